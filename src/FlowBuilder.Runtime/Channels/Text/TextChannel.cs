using System.Net.Http.Headers;
using System.Text;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels.Breaking;
using FlowBuilder.Runtime.Links;
using FlowBuilder.Storage.Addresses;

namespace FlowBuilder.Runtime.Channels.Text;

/// <summary>
/// Texts through Twilio's Messages API (https://www.twilio.com/docs/messaging/api/message-resource), which has no key to remove
/// doubles by: once the call has begun to leave, anything but a clear answer is <i>maybe sent</i>.
/// </summary>
internal sealed class TextChannel(
    TextOptions options, MessageLinks links, HttpMessageInvoker http, ProviderBreakers breakers, TimeProvider clock) : IMessageChannel
{
    public Channel Channel => Channel.Text;

    public bool IsIdempotent => false;

    public ProviderPause? ClosedTo(CompanyId company, Message message) => breakers.Closed(Channel.Text, null, Host);

    public async Task<ChannelAnswer> SendAsync(Company company, Message message, Action leaves, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(company);
        ArgumentNullException.ThrowIfNull(message);
        if (!options.IsConfigured) return new ChannelAnswer.NoProvider("No text provider is set up.");
        if (PhoneForm.Of(message.To, company.Country) is not { } to)
            return new ChannelAnswer.NotSent($"“{message.To}” is not a phone number.", Final: true);

        var content = new OneShotContent(
            await Form(company, message, to).ReadAsByteArrayAsync(cancellation), "application/x-www-form-urlencoded", leaves);
        return await breakers.Of(Channel.Text, null, Host, "The text provider").TryAsync(() => CallAsync(content));
    }

    private async Task<ChannelAnswer> CallAsync(OneShotContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address()) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Account}:{options.Token}")));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var limit = new CancellationTokenSource(options.Timeout);
        try
        {
            using var response = await http.SendAsync(request, limit.Token);
            return TextAnswers.Of(response, await ReadAsync(response, limit.Token), clock);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException)
        {
            return content.Began
                ? new ChannelAnswer.MaybeSent("The provider did not answer. The text may have been sent.")
                : new ChannelAnswer.NotSent("The text provider cannot be reached.", Final: false) { ProviderFailed = true };
        }
    }

    private string Host => options.BaseAddress?.Authority ?? "api.twilio.com";

    private Uri Address() =>
        new($"{(options.BaseAddress?.AbsoluteUri ?? "https://api.twilio.com").TrimEnd('/')}/2010-04-01/Accounts/{Uri.EscapeDataString(options.Account!)}/Messages.json");

    private FormUrlEncodedContent Form(Company company, Message message, string to) => new(
    [
        new("To", to),
        new(options.From!.StartsWith("MG", StringComparison.Ordinal) ? "MessagingServiceSid" : "From", options.From),
        new("Body", message.Text),
        new("StatusCallback", links.TextReport(company.Id, message.Customer, message.Id)),
    ]);

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[64 * 1024];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
