using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Messages;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Links;
using FlowBuilder.Runtime.Templates;
using FlowBuilder.Storage.Ports;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Public;

/// <summary>
/// Links in emails: raises <i>Link Clicked</i>, once per link, and sends on. The target is read from the stored message, never from
/// the address. Only what the company wrote itself is led to at once; an address that came out of a merge field may be anybody's, so the
/// door says where it leads and the reader goes on by hand.
/// </summary>
internal static class ClickLink
{
    internal static async Task<IResult> EnterAsync(
        string token, HttpContext http, [FromServices] MessageLinks links, [FromServices] ICorrespondence correspondence,
        [FromServices] IIntake intake, [FromServices] TemplateCache? templates, [FromServices] ICompanyCache? companies,
        CancellationToken cancellation)
    {
        if (links.Read(token, LinkUse.Click) is not { } link
            || await correspondence.FindMessageAsync(link.Company, link.Customer, link.Message, cancellation) is not { } message
            || TrackedHtml.Target(message.Html, link.Index) is not { } target)
            return LinkPage.NoSuchLink(http);
        if (HttpMethods.IsGet(http.Request.Method)
            && await correspondence.FindCustomerAsync(link.Company, link.Customer, cancellation) is { } customer)
        {
            var properties = Properties.Of("message_id", message.Id.ToString())
                .With("url", target.AbsoluteUri)
                .With("template", message.Template);
            await intake.TellAsync(
                link.Company, customer, EventOrigin.Email, EventNames.LinkClicked, $"click-{message.Id}-{link.Index}", properties,
                cancellation);
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return templates is null || companies?.Find(link.Company) is not { } company || IsOwn(target, company, message, templates)
            ? Results.Redirect(target.AbsoluteUri)
            : LinkPage.ShowLink(
                http, $"You are leaving {company.Name}",
                $"This link leads to {target.IdnHost}. {company.Name} did not write this address itself: continue only if you recognize it.",
                target);
    }

    private static bool IsOwn(Uri target, Company company, Message message, TemplateCache templates) =>
        (message.Template is { Length: > 0 } template && templates.Writes(company.Id, template, target.Host))
        || (Uri.TryCreate(
            company.Website?.Contains("://", StringComparison.Ordinal) == false ? "https://" + company.Website : company.Website,
            UriKind.Absolute, out var own)
            && own.Host.Length > 0
            && (target.Host.Equals(own.Host, StringComparison.OrdinalIgnoreCase)
                || target.Host.EndsWith("." + own.Host, StringComparison.OrdinalIgnoreCase)));
}
