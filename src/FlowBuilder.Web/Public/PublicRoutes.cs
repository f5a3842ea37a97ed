using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Public;

/// <summary>The doors through which customers and providers answer messages. No cookie, no login:
/// the signed token in the address is the right to enter.</summary>
internal static class PublicRoutes
{
    private const int LargestBody = 64 * 1024;

    /// <summary>Maps <c>/u</c>, <c>/o</c>, <c>/c</c> and <c>/hooks/text</c>.</summary>
    public static void MapDoors(this IEndpointRouteBuilder endpoints)
    {
        var doors = endpoints.MapGroup("").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription()
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        doors.MapMethods("/u/{token}", [HttpMethods.Get, HttpMethods.Head], UnsubscribeLink.ShowAsync);
        doors.MapPost("/u/{token}", UnsubscribeLink.ActAsync);
        doors.MapMethods("/o/{token}.gif", [HttpMethods.Get, HttpMethods.Head], OpenPixel.EnterAsync);
        doors.MapMethods("/c/{token}", [HttpMethods.Get, HttpMethods.Head], ClickLink.EnterAsync);
        doors.MapPost("/hooks/text/{token}", TextWebhook.EnterAsync);
    }
}
