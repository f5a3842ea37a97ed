using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Messages;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Addresses;
using FlowBuilder.Runtime.Channels.Text;
using FlowBuilder.Runtime.Links;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.Ports;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Public;

/// <summary>The text provider's calls: replies, STOP and START, and reports on texts sent. Both our
/// token and the provider's signature must be right.</summary>
internal static class TextWebhook
{
    private const string Empty = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>";

    internal static async Task<IResult> EnterAsync(
        string token, HttpContext http, [FromServices] MessageLinks links, [FromServices] TextOptions options,
        [FromServices] ICorrespondence correspondence, [FromServices] ISuppressions suppressions, [FromServices] IIntake intake,
        [FromServices] IEngine engine, CancellationToken cancellation)
    {
        var report = links.Read(token, LinkUse.TextReport);
        var door = report is null ? links.Read(token, LinkUse.TextWebhook) : null;
        if (!options.IsConfigured || (report ?? door) is not { } link) return Results.NotFound();
        if (await LinkForm.ReadAsync(http.Request, cancellation) is not { } form) return Results.BadRequest();
        var parameters = form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")));
        var url = links.Absolute(http.Request.Path.ToUriComponent() + http.Request.QueryString.ToUriComponent());
        if (!TextSignature.Verify(options.Token!, url, parameters, http.Request.Headers["X-Twilio-Signature"]))
            return Results.StatusCode(StatusCodes.Status403Forbidden);

        if (report is not null) await ReportAsync(link, form, correspondence, engine, cancellation);
        else await ReplyAsync(link, form, correspondence, suppressions, intake, engine, cancellation);
        return Results.Content(Empty, "text/xml");
    }

    private static async Task ReportAsync(
        LinkToken link, IFormCollection form, ICorrespondence correspondence, IEngine engine, CancellationToken cancellation)
    {
        if (TextReport.Read(form["MessageStatus"], form["ErrorCode"], form["MessageSid"]) is not { } answer) return;
        if (await correspondence.FindMessageAsync(link.Company, link.Customer, link.Message, cancellation) is not { } message) return;
        TurnInput input = answer is ChannelAnswer.Sent && message.State == MessageState.Unknown
            ? new TurnInput.ResolveMessage(message.Id, MessageResolution.Sent, "The provider")
            : new TurnInput.MessageAnswered(message.Id, answer);
        if (answer is not ChannelAnswer.Sent || message.State == MessageState.Unknown)
            await engine.AskAsync(link.Company, message.Customer, input, cancellation);
    }

    private static async Task ReplyAsync(
        LinkToken link, IFormCollection form, ICorrespondence correspondence, ISuppressions suppressions, IIntake intake, IEngine engine,
        CancellationToken cancellation)
    {
        if (PhoneForm.Of(form["From"], null) is not { } phone) return;
        string words = form["Body"].ToString().Replace("\0", "", StringComparison.Ordinal);
        var people = await correspondence.WithPhoneAsync(link.Company, phone, cancellation);
        var isStopped = people.Any(person => person.TextStopped)
            || suppressions.Find(link.Company, Channel.Text, phone).Holding(SuppressionReason.Stopped) is not null;
        var meaning = form["OptOutType"].ToString().ToUpperInvariant() switch
        {
            "STOP" => ReplyMeaning.Stop,
            "START" => ReplyMeaning.Start,
            _ => StopWords.Read(words)
        };
        if (meaning == ReplyMeaning.Yes && isStopped)
        {
            // A yes brings texts back to those who had stopped them; it is nobody else's consent.
            people = [.. people.Where(person => person.TextStopped)];
            meaning = ReplyMeaning.Start;
        }

        if (meaning is ReplyMeaning.Stop or ReplyMeaning.Start)
        {
            await DecideAsync(
                link.Company, phone, meaning == ReplyMeaning.Stop, form["MessageSid"], people, suppressions, engine, cancellation);
            return;
        }

        if (meaning == ReplyMeaning.Doubt && people.Count == 0)
            await suppressions.NoteAsync(
                link.Company, Channel.Text, phone, SuppressionReason.InDoubt, "a reply that may mean no", cancellation);
        // A number may belong to several customers (a couple, a firm); an answer is that of the one who was texted last.
        if (people.Count == 0) return;
        var properties = Properties.Of("channel", "text").With("text", words).With("from", phone);
        await intake.TellAsync(
            link.Company, people[0], EventOrigin.TextProvider, EventNames.MessageReplied, $"text-{form["MessageSid"]}", properties,
            cancellation);
    }

    /// <summary>STOP or START: for the number itself, whoever holds it later, and for everybody who
    /// holds it now. A call that was counted counts no more, however well it is signed.</summary>
    private static async Task DecideAsync(
        CompanyId company, string phone, bool stops, string? call, IReadOnlyList<KnownCustomer> people, ISuppressions suppressions,
        IEngine engine, CancellationToken cancellation)
    {
        if (!string.IsNullOrEmpty(call) && await suppressions.IsCountedAsync(company, call, cancellation)) return;
        var (change, source) = stops
            ? (ConsentChange.StopTexts, "STOP from this number")
            : (ConsentChange.StartTexts, "START from this number");
        if (stops) await suppressions.NoteAsync(company, Channel.Text, phone, SuppressionReason.Stopped, source, cancellation);
        foreach (var person in people)
            await engine.AskAsync(
                company, person.Id, new TurnInput.ConsentGiven(change, null) { Address = phone, Source = source }, cancellation);
        if (!stops) await suppressions.EndAsync(company, Channel.Text, phone, source, cancellation);
        // Only now: a call that is broken off is repeated by the provider.
        if (!string.IsNullOrEmpty(call)) await suppressions.CountAsync(company, call, cancellation);
    }
}
