using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Actions;

/// <summary>
/// Calls an address of yours with a signed JSON body. The body is Liquid that must become JSON; left out, it is
/// <c>{"sequence","enrollment","at","customer":{"id","fields","tags"},"record":{"type","id","status","properties"},"event":{"name","at","properties"}}</c>.
/// </summary>
[Step("call-webhook", Title = "Call a webhook", Icon = "webhook", Group = "Integrations")]
public sealed record CallWebhook : MessageStep
{
    private const int LargestBody = 64 * 1024;

    /// <summary>An absolute https (or http) address without user name; merge fields may stand in
    /// its path and behind its <c>?</c>.</summary>
    [Required, StringLength(Rules.LongestUrl), Filled(TextPlace.Address), Display(
        Name = "Address",
        Description = "The address to call, starting with https://. Merge fields can be used in the path or after the ?.")]
    public string? Url { get; init; }

    /// <summary>Liquid that becomes JSON; null: a summary of customer, record and event.</summary>
    [StringLength(Rules.LongestText), Filled(TextPlace.Json), Display(
        Name = "Body",
        Description = "JSON to send, with merge fields. Leave empty for a summary of the customer, the record and the event.")]
    public string? Body { get; init; }

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        if (WebhookAddress.Refusal(Url) is { } refusal) return StepOutcome.Fail(refusal);
        if (WebhookAddress.Filled(Url!, c) is not { } url)
            return StepOutcome.Fail("with its merge fields filled in, the address does not work");
        var body = string.IsNullOrWhiteSpace(Body) ? Summary(c) : c.Fill(Body, TextPlace.Json);
        if (body.Length > LargestBody) return StepOutcome.Fail("the body is larger than 64 KB");
        return IsJson(body)
            ? StepOutcome.Send(new Effect.CallWebhook(url, body))
            : StepOutcome.Fail("with its merge fields filled in, the body is not JSON");
    }

    /// <inheritdoc />
    public override string Sentence(Names names) =>
        $"call the webhook {(WebhookAddress.Host(Url) is { } host ? $"at {ValuePhrases.Short(host)}" : "(address not yet chosen)")}";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check()
    {
        if (string.IsNullOrWhiteSpace(Url)) yield break;
        if (WebhookAddress.Refusal(Url) is { } refusal) yield return new("url", refusal);
        else if (Url.Trim().StartsWith("http:", StringComparison.OrdinalIgnoreCase))
            yield return new(
                "url",
                "This address is not encrypted: anyone along the way can read what is sent. Use https:// if the other side supports it.",
                IsError: false);
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Summary(StepContext c)
    {
        var (run, customer, record) = (c.Run, c.Customer, c.Record);
        return Properties.Of("sequence", run.Sequence.ToString()).With("enrollment", run.Id.ToString()).With("at", c.Now)
            .With(
                "customer",
                Raw(Properties.Of("id", customer.UserId).With("fields", Raw(customer.Fields)).With("tags", customer.Tags.Keys.ToArray())))
            .With(
                "record",
                record is null
                    ? null
                    : Raw(Properties.Of("type", record.Key.Type)
                        .With("id", record.Key.Id)
                        .With("status", record.Status)
                        .With("properties", Raw(record.Properties))))
            .With(
                "event",
                run.Event is not { } started
                    ? null
                    : Raw(Properties.Of("name", started.Name).With("at", started.At).With("properties", Raw(started.Properties))))
            .ToJson();
    }

    private static JsonElement Raw(Properties properties)
    {
        using var document = JsonDocument.Parse(properties.ToJson());
        return document.RootElement.Clone();
    }
}
