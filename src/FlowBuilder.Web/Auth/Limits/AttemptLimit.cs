using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FlowBuilder.Web.Hosting.Settings;

namespace FlowBuilder.Web.Auth.Limits;

/// <summary>
/// How often one network address may try the doors that need no sign-in: signing in, new passwords, set-up, invitations. Only what is
/// sent counts, not looking at the page. Setting <c>RateLimits:DoorsPerMinute</c>, 30 by default. Over it: 429 with Retry-After.
/// </summary>
internal sealed class AttemptLimit(RequestDelegate next, IConfiguration configuration, TimeProvider clock)
{
    private readonly Buckets<string> _buckets = Full(SettingRanges.AttemptsPerMinute.Read(configuration), clock);

    public Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<LimitedAttemptsAttribute>() is null)
            return next(http);
        if (_buckets.Take(Neighbourhood(http.Connection.RemoteIpAddress)) is not { } wait) return next(http);
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    private static Buckets<string> Full(int perMinute, TimeProvider clock) => new(perMinute, perMinute, TimeSpan.FromMinutes(1), clock);

    /// <summary>One subscriber: an IPv4 address, or the /64 that an IPv6 line gets as a whole.</summary>
    public static string Neighbourhood(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
