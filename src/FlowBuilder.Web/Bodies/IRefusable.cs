using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowBuilder.Web.Bodies;

/// <summary>An argument of a handler that may have been refused while it was read; the handler then never runs.</summary>
internal interface IRefusable
{
    ProblemHttpResult? Refusal { get; }
}
