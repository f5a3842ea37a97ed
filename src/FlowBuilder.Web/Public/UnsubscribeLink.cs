using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Messages;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Addresses;
using FlowBuilder.Runtime.Links;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Public;

/// <summary>
/// The way out of marketing emails. Looking changes nothing (mail scanners follow every link); only a POST does, be it the mail
/// program's one-click call (RFC 8058) or the page's own button.
/// </summary>
internal static class UnsubscribeLink
{
    private const string Back = "subscribe";

    internal static IResult ShowAsync(
        string token, HttpContext http, [FromServices] MessageLinks links, [FromServices] ICompanyCache companies)
    {
        if (links.Read(token, LinkUse.Unsubscribe) is not { } link || companies.Find(link.Company) is not { } company)
            return LinkPage.NoSuchLink(http);
        return LinkPage.Show(
            http, $"Emails from {company.Name}",
            $"Do you want to stop getting news and offers by email from {company.Name}? You will still get emails about your orders and "
                + $"bills.",
            "Unsubscribe", "unsubscribe");
    }

    internal static async Task<IResult> ActAsync(
        string token, HttpContext http, [FromServices] MessageLinks links, [FromServices] ICompanyCache companies,
        [FromServices] ICorrespondence correspondence, [FromServices] ISuppressions suppressions, [FromServices] IEngine engine,
        CancellationToken cancellation)
    {
        if (links.Read(token, LinkUse.Unsubscribe) is not { } link || companies.Find(link.Company) is not { } company)
            return LinkPage.NoSuchLink(http);
        if (await correspondence.FindCustomerAsync(link.Company, link.Customer, cancellation) is not { } customer)
            return LinkPage.NoSuchLink(http);
        var back = await LinkForm.ReadAsync(http.Request, cancellation) is { } form && form["do"] == Back;
        // Who once had an email in hands can take people off, but never sign them up: only the click of a moment ago can be taken back.
        if (back && !await suppressions.MayTakeBackAsync(link.Company, customer.Id, link.Message, cancellation))
            return LinkPage.Show(
                http, "This link can only unsubscribe",
                $"To get news and offers from {company.Name} again, ask them, or sign up again where you did before.",
                status: StatusCodes.Status409Conflict);
        var to = await correspondence.FindMessageAsync(
            link.Company, link.Customer, link.Message, cancellation) is { Channel: Channel.Email, ToPerson: null, To.Length: > 0 } message
            ? message.To
            : null;
        var given = back
            ? new TurnInput.ConsentGiven(ConsentChange.Subscribe, link.Message)
            {
                Source = "“Subscribe again” on the page linked in an email"
            }
            : new TurnInput.ConsentGiven(ConsentChange.Unsubscribe, link.Message) { Address = to, Source = "the link in an email" };
        if (await engine.AskAsync(link.Company, customer.Id, given, cancellation) is TurnAnswer.Refused) return LinkPage.NoSuchLink(http);
        if (back && to is not null) await suppressions.EndAsync(link.Company, Channel.Email, to, given.Source!, cancellation);
        return back
            ? LinkPage.Show(http, "Welcome back", $"You will get emails from {company.Name} again.")
            : LinkPage.Show(
                http, "You are unsubscribed", $"{company.Name} will not send you any more news and offers by email.",
                "That was a mistake: subscribe again", Back);
    }
}
