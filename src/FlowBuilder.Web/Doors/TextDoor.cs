using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Messages;
using FlowBuilder.Core.Turns;
using FlowBuilder.Runtime.Channels;
using FlowBuilder.Runtime.Channels.Text;
using FlowBuilder.Runtime.Intake;
using FlowBuilder.Runtime.Links;
using FlowBuilder.Runtime.Pump;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Doors;

/// <summary>The text provider's calls: replies, STOP and START, and reports on texts sent. Both our token and the provider's signature must be right.</summary>
internal static class TextDoor
{
    private const string Empty = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>";

    internal static async Task<IResult> EnterAsync(string token, HttpContext http, [FromServices] MessageLinks links, [FromServices] TextOptions options, [FromServices] ICorrespondence correspondence, [FromServices] IIntake intake, [FromServices] IEngine engine, CancellationToken cancellation)
    {
        var report = links.Read(token, LinkUse.TextReport);
        var door = report is null ? links.Read(token, LinkUse.TextDoor) : null;
        if (!options.IsConfigured || (report ?? door) is not { } link) return Results.NotFound();
        if (await DoorForm.ReadAsync(http.Request, cancellation) is not { } form) return Results.BadRequest();
        var parameters = form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")));
        var url = links.Absolute(http.Request.Path.ToUriComponent() + http.Request.QueryString.ToUriComponent());
        if (!TextSignature.Verify(options.Token!, url, parameters, http.Request.Headers["X-Twilio-Signature"])) return Results.StatusCode(StatusCodes.Status403Forbidden);

        if (report is not null) await ReportAsync(link, form, correspondence, engine, cancellation);
        else await ReplyAsync(link, form, correspondence, intake, engine, cancellation);
        return Results.Content(Empty, "text/xml");
    }

    private static async Task ReportAsync(LinkToken link, IFormCollection form, ICorrespondence correspondence, IEngine engine, CancellationToken cancellation)
    {
        if (TextReport.Read(form["MessageStatus"], form["ErrorCode"], form["MessageSid"]) is not { } answer) return;
        if (await correspondence.FindMessageAsync(link.Company, link.Customer, link.Message, cancellation) is not { } message) return;
        TurnInput input = answer is ChannelAnswer.Sent && message.State == MessageState.Unknown
            ? new TurnInput.ResolveMessage(message.Id, MessageResolution.Sent, "The provider")
            : new TurnInput.MessageAnswered(message.Id, answer);
        if (answer is not ChannelAnswer.Sent || message.State == MessageState.Unknown) await engine.AskAsync(link.Company, message.Customer, input, cancellation);
    }

    private static async Task ReplyAsync(LinkToken link, IFormCollection form, ICorrespondence correspondence, IIntake intake, IEngine engine, CancellationToken cancellation)
    {
        if (PhoneNumber.Normalize(form["From"]) is not { } phone) return;
        var people = await correspondence.WithPhoneAsync(link.Company, phone, cancellation);
        string words = form["Body"].ToString().Replace("\0", "", StringComparison.Ordinal);
        var stops = form["OptOutType"] == "STOP" || TextWords.IsStop(words);
        foreach (var person in people)
        {
            if (stops) await engine.AskAsync(link.Company, person.Id, new TurnInput.ConsentGiven(ConsentChange.StopTexts, null), cancellation);
            else if (form["OptOutType"] == "START" || TextWords.IsStart(words, person.TextStopped))
                await engine.AskAsync(link.Company, person.Id, new TurnInput.ConsentGiven(ConsentChange.StartTexts, null), cancellation);
        }

        // A number may belong to several customers (a couple, a firm); an answer is that of the one who was texted last.
        if (stops || people.Count == 0 || TextWords.IsStart(words, people[0].TextStopped)) return;
        var properties = Properties.Of("channel", "text").With("text", words).With("from", phone);
        await intake.TellAsync(link.Company, people[0], EventNames.MessageReplied, $"text-{form["MessageSid"]}", properties, cancellation);
    }
}
