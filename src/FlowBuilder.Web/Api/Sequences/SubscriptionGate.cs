using FlowBuilder.Runtime.Companies;
using FlowBuilder.Web.Keys;
using FlowBuilder.Web.Problems;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary>Companies on Starter may look at their sequences, not change or start them.</summary>
internal static class SubscriptionGate
{
    public static ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var looks = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        return !looks && KeyClaims.KeyOf(http.User) is { } key && http.RequestServices.GetRequiredService<ICompanyShelf>().Find(key.Company) is { HoldsSequences: true }
            ? ValueTask.FromResult<object?>(Problem.Of(StatusCodes.Status403Forbidden, "Not part of your plan", "Sequence Automations are part of Growth and Enterprise. Your sequences are kept and can be read; upgrade to change or run them."))
            : next(context);
    }
}
