using System.Collections.Frozen;
using FlowBuilder.Application.Keys;
using FlowBuilder.Core.Model.Events;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace FlowBuilder.Web.Auth.Keys;

/// <summary>
/// Keys that may stand in the code of a page, so that anybody can use them: they make and describe anonymous and new people and tell what
/// they do; they change nothing of a known customer, join nobody and import nothing. Pages get an answer with these keys alone.
/// </summary>
internal static class BrowserKeys
{
    // Events that the product takes as the customer's own word, or as its own.
    private static readonly FrozenSet<string> Speaking = new[]
    {
        EventNames.Unsubscribed, EventNames.Subscribed, "Email Subscribed", "Opted In", "Opted Out", EventNames.EmailBounced,
        EventNames.EmailDelivered, EventNames.EmailOpened, EventNames.LinkClicked, EventNames.MessageReplied, EventNames.TagAdded,
        EventNames.TagRemoved,
        EventNames.FieldChanged, EventNames.CustomerAdded,
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an event of this name changes consent, tags or what is known of messages.</summary>
    public static bool SpeaksForCustomers(string eventName) => Speaking.Contains(eventName);

    /// <summary>Lets a page of any origin read the answer to a call with a browser key.</summary>
    public static void AnswerPages(HttpContext http, CompanyKey key)
    {
        if (key.IsBrowser && http.Request.Headers.Origin.Count > 0)
            http.Response.Headers[CorsConstants.AccessControlAllowOrigin] = CorsConstants.AnyOrigin;
    }
}

/// <summary>Pages may ask whether they may call (the key is not told then); whether they may read
/// an answer is decided by the key that comes with the call.</summary>
internal sealed class AskingPages : ICorsPolicyProvider
{
    private static readonly CorsPolicy Asking = new CorsPolicyBuilder().AllowAnyOrigin().AllowAnyHeader().WithMethods("POST").Build();

    /// <inheritdoc />
    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(HttpMethods.IsOptions(context.Request.Method) ? Asking : null);
    }
}
