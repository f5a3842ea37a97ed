using FlowBuilder.Core.Customers;
using FlowBuilder.Runtime.Intake;
using FlowBuilder.Runtime.Links;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Doors;

/// <summary>
/// Links in emails: raises <i>Link Clicked</i>, once per link, and sends on. The target is read from the stored message, never from
/// the address, so this door leads nowhere the company did not write.
/// </summary>
internal static class ClickDoor
{
    internal static async Task<IResult> EnterAsync(string token, HttpContext http, [FromServices] MessageLinks links, [FromServices] ICorrespondence correspondence, [FromServices] IIntake intake, CancellationToken cancellation)
    {
        if (links.Read(token, LinkUse.Click) is not { } link
            || await correspondence.FindMessageAsync(link.Company, link.Customer, link.Message, cancellation) is not { } message
            || TrackedHtml.Target(message.Html, link.Index) is not { } target)
            return DoorPage.NoSuchLink(http);
        if (HttpMethods.IsGet(http.Request.Method) && await correspondence.FindCustomerAsync(link.Company, link.Customer, cancellation) is { } customer)
        {
            var properties = Properties.Of("message_id", message.Id.ToString()).With("url", target.AbsoluteUri).With("template", message.Template);
            await intake.TellAsync(link.Company, customer, EventNames.LinkClicked, $"click-{message.Id}-{link.Index}", properties, cancellation);
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.Redirect(target.AbsoluteUri);
    }
}
