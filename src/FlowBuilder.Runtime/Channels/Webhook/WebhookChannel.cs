using System.Globalization;
using System.Net;
using System.Text;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels.Breaking;

namespace FlowBuilder.Runtime.Channels.Webhook;

/// <summary>
/// Signed calls to a URL (Standard Webhooks). Receivers remove doubles by <c>webhook-id</c>, the effect key, so doubt is no reason
/// to stop: whatever is not clearly taken is tried again.
/// </summary>
internal sealed class WebhookChannel(
    WebhookOptions options, WebhookSecrets secrets, HttpMessageInvoker http, ProviderBreakers breakers,
    TimeProvider systemClock) : IMessageChannel
{
    /// <summary>Largest body sent, in bytes.</summary>
    internal const int LargestBody = 1024 * 1024;

    public Channel Channel => Channel.Webhook;

    public bool IsIdempotent => true;

    public ProviderPause? ClosedTo(CompanyId company, Message message) =>
        Uri.TryCreate(message.To, UriKind.Absolute, out var url) ? breakers.Closed(Channel.Webhook, company, url.Authority) : null;

    public async Task<ChannelAnswer> SendAsync(Company company, Message message, Action leaves, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(company);
        ArgumentNullException.ThrowIfNull(message);
        if (!Uri.TryCreate(message.To, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0)
            return new ChannelAnswer.NotSent("The address is not a web address that can be called.", Final: true);
        var body = Encoding.UTF8.GetBytes(message.Text);
        if (body.Length > LargestBody) return new ChannelAnswer.NotSent("The content is larger than 1 MB.", Final: true);

        return await breakers.Of(Channel.Webhook, company.Id, url.Authority, url.Host)
            .TryAsync(() => CallAsync(company, message, url, body, leaves, cancellation));
    }

    private async Task<ChannelAnswer> CallAsync(
        Company company, Message message, Uri url, byte[] body, Action leaves, CancellationToken cancellation)
    {
        using var request = Request(company, message, url, body);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout < WebhookOptions.LongestTimeout ? options.Timeout : WebhookOptions.LongestTimeout);
        try
        {
            leaves();
            using var response = await http.SendAsync(request, limit.Token);
            return Of(response, url);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException)
        {
            return Refused(failed)
                ? new ChannelAnswer.NotSent($"{url.Host} is in a network that cannot be called.", Final: true)
                : new ChannelAnswer.NotSent(
                    failed is OperationCanceledException ? $"{url.Host} did not answer in time." : $"{url.Host} cannot be reached.",
                    Final: false)
                {
                    ProviderFailed = true
                };
        }
    }

    private HttpRequestMessage Request(Company company, Message message, Uri url, byte[] body)
    {
        var id = EffectName.Of(company, message);
        var seconds = systemClock.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSecrets.Sign(secrets.Of(company.Id), id, seconds, body));
        request.Headers.UserAgent.ParseAdd("FlowBuilder/1");
        return request;
    }

    private ChannelAnswer Of(HttpResponseMessage response, Uri url) => response.StatusCode switch
    {
        >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new ChannelAnswer.Sent(null),
        >= HttpStatusCode.MultipleChoices
            and < HttpStatusCode.BadRequest => new ChannelAnswer.NotSent(
                $"{url.Host} redirects to another address, which is not followed. Enter the final address.", Final: true),
        HttpStatusCode.RequestTimeout or (HttpStatusCode)425 or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
            new ChannelAnswer.NotSent(
                $"{url.Host} answered with error {(int)response.StatusCode}.", Final: false,
                AfterAtLeast: RetryAfter.Of(response, systemClock))
            {
                ProviderFailed = response.StatusCode >= HttpStatusCode.InternalServerError
            },
        _ => new ChannelAnswer.NotSent($"{url.Host} refused the call (error {(int)response.StatusCode}).", Final: true),
    };

    private static bool Refused(Exception? failed)
    {
        for (; failed is not null; failed = failed.InnerException)
            if (failed is AddressRefusedException) return true;
        return false;
    }
}
