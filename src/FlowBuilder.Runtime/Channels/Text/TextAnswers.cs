using System.Net;
using System.Text.Json;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Runtime.Channels.Text;

/// <summary>What the provider's answer to a text means. Error numbers: https://www.twilio.com/docs/api/errors.</summary>
internal static class TextAnswers
{
    private const int OptedOut = 21610;

    internal static ChannelAnswer Of(HttpResponseMessage response, string body, TimeProvider clock)
    {
        var (id, code, words) = Read(body);
        var status = (int)response.StatusCode;
        return status switch
        {
            >= 200 and < 300 => new ChannelAnswer.Sent(id),
            429 or 503 => new ChannelAnswer.NotSent(
                "The provider is too busy right now.", Final: false, AfterAtLeast: RetryAfter.Of(response, clock))
            {
                ProviderFailed = status == 503
            },
            401 or 403 =>
                new ChannelAnswer.NotSent("The provider refused the account or token. Check the settings for texts.", Final: false),
            408 => new ChannelAnswer.NotSent("The provider did not get the text in time.", Final: false),
            >= 400 and < 500 =>
                new ChannelAnswer.NotSent(Because(code, words, response.StatusCode), Final: true) { OptedOut = code == OptedOut },
            _ => new ChannelAnswer.MaybeSent($"The provider had an error (HTTP {status}). The text may have been sent."),
        };
    }

    /// <summary>Words for a provider's error number, also in its later reports.</summary>
    internal static string Because(int? code, string? words, HttpStatusCode? status) => code switch
    {
        OptedOut => "The person replied STOP: no texts can be sent to this number.",
        21211 or 21217 or 21401 => "The provider says this is not a valid phone number.",
        21614 or 30006 => "The provider says this number cannot get texts (a landline, perhaps).",
        21408 => "The provider is not allowed to send to this country. Allow it in the provider's settings.",
        21612 => "The provider cannot reach this number from our number.",
        21606 or 21603 or 21659 or 21660 => "The provider does not know our number. Check “Text:From”.",
        21617 or 30019 => "The text is too long for the provider.",
        30003 or 30005 => "The phone cannot be reached: switched off, or the number is no longer in use.",
        30004 => "The phone's owner or network blocks our texts.",
        30007 => "The network treated the text as spam.",
        _ when !string.IsNullOrWhiteSpace(words) => $"The provider refused the text: {words}",
        _ =>
            status is { } answered
                ? $"The provider refused the text (HTTP {(int)answered})."
                : $"The text was not delivered{(code is { } number ? $" (error {number})" : "")}.",
    };

    private static (string? Id, int? Code, string? Words) Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return default;
            var root = document.RootElement;
            return (Text(
                root,
                "sid"), root.TryGetProperty("code", out var code)
                    && code.ValueKind == JsonValueKind.Number
                    && code.TryGetInt32(out var number)
                    ? number
                    : null, Text(root, "message"));
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text
            ? text.Length > 200 ? text[..200] : text
            : null;
}
