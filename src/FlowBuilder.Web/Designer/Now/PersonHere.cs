using FlowBuilder.Web.Runs;

namespace FlowBuilder.Web.Designer.Now;

/// <summary>Somebody who stands on a step.</summary>
/// <param name="Line">The run.</param>
/// <param name="Since">Since when on this step.</param>
internal sealed record PersonHere(RunLine Line, DateTimeOffset Since);
