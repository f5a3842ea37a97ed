using FlowBuilder.Core.Turns;
using FlowBuilder.Runtime.Companies;
using FlowBuilder.Runtime.Links;
using FlowBuilder.Runtime.Pump;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Doors;

/// <summary>
/// The way out of marketing emails. Looking changes nothing (mail scanners follow every link); only a POST does, be it the mail
/// program's one-click call (RFC 8058) or the page's own button.
/// </summary>
internal static class UnsubscribeDoor
{
    private const string Back = "subscribe";

    internal static IResult ShowAsync(string token, HttpContext http, [FromServices] MessageLinks links, [FromServices] ICompanyShelf companies)
    {
        if (links.Read(token, LinkUse.Unsubscribe) is not { } link || companies.Find(link.Company) is not { } company) return DoorPage.NoSuchLink(http);
        return DoorPage.Show(http, $"Emails from {company.Name}", $"Do you want no more news and offers by email from {company.Name}? You will still get what concerns your orders and bills.", "Unsubscribe", "unsubscribe");
    }

    internal static async Task<IResult> ActAsync(string token, HttpContext http, [FromServices] MessageLinks links, [FromServices] ICompanyShelf companies, [FromServices] ICorrespondence correspondence, [FromServices] IEngine engine, CancellationToken cancellation)
    {
        if (links.Read(token, LinkUse.Unsubscribe) is not { } link || companies.Find(link.Company) is not { } company) return DoorPage.NoSuchLink(http);
        if (await correspondence.FindCustomerAsync(link.Company, link.Customer, cancellation) is not { } customer) return DoorPage.NoSuchLink(http);
        var back = await DoorForm.ReadAsync(http.Request, cancellation) is { } form && form["do"] == Back;
        var change = back ? ConsentChange.Subscribe : ConsentChange.Unsubscribe;
        if (await engine.AskAsync(link.Company, customer.Id, new TurnInput.ConsentGiven(change, link.Message), cancellation) is TurnAnswer.Refused) return DoorPage.NoSuchLink(http);
        return back
            ? DoorPage.Show(http, "Welcome back", $"You will get emails from {company.Name} again.")
            : DoorPage.Show(http, "You are unsubscribed", $"{company.Name} will send you no more news and offers by email.", "That was a mistake: subscribe again", Back);
    }
}
