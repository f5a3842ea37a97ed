using System.Collections.Immutable;
using System.Globalization;
using FlowBuilder.Application.Runs;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Web.Components.Runs;

/// <summary>Puts a run's path on the drawing of its version.</summary>
public sealed class RunReader(RunStories stories, StepJson steps)
{
    /// <summary>All of a run; null when the company has no such run.</summary>
    public async Task<RunView?> ReadAsync(CompanyId company, long id, CancellationToken cancellation)
    {
        if (await stories.ReadAsync(company, id, cancellation) is not { } story) return null;
        var view = new RunView
        {
            Line = story.Line, Mark = story.Mark, Steps = story.Steps, StandsOn = story.StandsOn, Why = story.Why, Sending = story.Sending,
            Later = story.Later
        };
        return story.Document is not { } document ? view : view with
        {
            Cards = RunDrawing.Cards(document, steps.Catalog, story.Names, story.Way, story.Steps, story.Node),
            Edges = RunDrawing.Edges(document, story.Way, story.Steps, story.Node),
        };
    }
}
