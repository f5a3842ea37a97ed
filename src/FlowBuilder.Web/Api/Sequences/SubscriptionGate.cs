using FlowBuilder.Application.Companies;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary>
/// Companies on Starter may look at their sequences, runs and reviews, not change, start, stop or decide them: everything stays as it
/// is until the plan has sequences again. Customers, messages, to-dos and templates are not gated.
/// </summary>
internal static class SubscriptionGate
{
    public static ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var looks = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        return !looks
            && http.RequestServices.GetRequiredService<CallerResolver>().Find(http.User) is { } caller
            && http.RequestServices.GetRequiredService<ICompanyCache>().Find(caller.Company) is { HoldsSequences: true }
            ? ValueTask.FromResult<object?>(Refusal())
            : next(context);
    }

    public static ProblemHttpResult Refusal() => Problem.Of(StatusCodes.Status403Forbidden, "Not part of your plan",
        "Sequence Automations are part of Growth and Enterprise. Your sequences and everyone inside them are kept and can be viewed; "
            + "upgrade to change or run them.")
        .WithCode("not-in-plan");
}
