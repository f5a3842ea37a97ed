using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Messages;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Runtime.Links;
using FlowBuilder.Storage.Ports;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Public;

/// <summary>The picture in emails: loading it raises <i>Email Opened</i>, once per message. It is
/// shown whatever the token, so that no email looks broken.</summary>
internal static class OpenPixel
{
    private static readonly byte[] Picture = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    internal static async Task<IResult> EnterAsync(
        string token, HttpContext http, [FromServices] MessageLinks links, [FromServices] ICorrespondence correspondence,
        [FromServices] IIntake intake, CancellationToken cancellation)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsGet(http.Request.Method) && links.Read(token, LinkUse.Open) is { } link
            && await correspondence.FindMessageAsync(link.Company, link.Customer, link.Message, cancellation) is { } message
            && await correspondence.FindCustomerAsync(link.Company, link.Customer, cancellation) is { } customer)
        {
            var properties = Properties.Of("message_id", message.Id.ToString()).With("template", message.Template);
            await intake.TellAsync(
                link.Company, customer, EventOrigin.Email, EventNames.EmailOpened, $"open-{message.Id}", properties, cancellation);
        }

        return Results.Bytes(Picture, "image/gif");
    }
}
