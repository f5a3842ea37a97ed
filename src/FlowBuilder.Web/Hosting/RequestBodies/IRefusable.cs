using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowBuilder.Web.Hosting.RequestBodies;

/// <summary>An argument of a handler that may have been refused while it was read; the handler then never runs.</summary>
internal interface IRefusable
{
    ProblemHttpResult? Refusal { get; }
}
