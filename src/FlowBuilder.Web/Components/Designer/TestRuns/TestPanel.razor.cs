using FlowBuilder.Application.Customers;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;
using FlowBuilder.Web.Components.Designer.Canvas;
using FlowBuilder.Web.Components.Designer.Model;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Designer.TestRuns;

/// <summary>A test run: the engine's own turns on an invented customer or on what is known of a
/// real one, shown as a story and lit on the canvas.</summary>
public sealed partial class TestPanel
{
    private const int MostAtOnce = 1_000;

    private static readonly Dictionary<string, TimeSpan> Units = new()
    {
        ["hours"] = TimeSpan.FromHours(1), ["days"] = TimeSpan.FromDays(1), ["weeks"] = TimeSpan.FromDays(7)
    };

    private int _count = 1;
    private string _unit = "days";

    [Parameter, EditorRequired] public DesignRoom Room { get; set; } = default!;

    /// <summary>Of the sequence.</summary>
    [Parameter, EditorRequired] public SequenceId Sequence { get; set; }

    /// <summary>Leads to a node.</summary>
    [Parameter, EditorRequired] public Func<string, Task> Go { get; set; } = default!;

    [Inject] public required Trials Trials { get; set; }

    private Trial Trial => Room.Trial;

    private TestBench? Bench => Trial.Bench;

    private string Who => Trial.Invents ? Trial.Name : Trial.Chosen?.Words ?? CustomerChoice.MadeUp;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        if (Trial.Event.Length == 0) Trial.Event = Suggested() ?? EventNames.CustomerAdded;
        // A run that is under way goes on where it was left, and so does its light.
        Light();
    }

    private async Task HappenAsync()
    {
        if (string.IsNullOrWhiteSpace(Trial.Event) || Room.Compilation.Plan is not { } plan) return;
        Trial.Bench ??= await Trials.BeginAsync(await EnterAsync(Right.DesignSequences), Room, plan, Sequence, Ended);
        Trial.Bench.Happen(Trial.Event.Trim(), Trial.Details is { } details ? Properties.Of(details) : Properties.Empty);
        Light();
    }

    private void GoOn()
    {
        Bench?.AdvanceToNext();
        Light();
    }

    private void Move()
    {
        Bench?.Advance(_count * Units[_unit]);
        Light();
    }

    private void PlayAgain(Plan plan)
    {
        Bench?.PlayAgain(plan);
        Light();
    }

    private void Restart()
    {
        Trial.Bench = null;
        Room.Light(null, null);
    }

    private void Light()
    {
        if (Bench is not { Result: { } result }) return;
        var tones = Room.Document.Nodes.ToDictionary(node => node.Id, _ => "dim");
        var lit = new HashSet<Edge>();
        foreach (var path in result.Paths)
        {
            foreach (var node in (string[])[
                .. path.Entry, .. path.Steps.Select(step => step.Node), .. path.StandsOn is { } on ? [on] : Array.Empty<string>(),
                .. path.StoppedBy is { } stop ? [stop] : Array.Empty<string>()
            ])
                tones[node] = "lit";
            foreach (var edge in Room.Document.Edges)
                if (path.Steps.Any(step => step.Node == edge.From && (step.Port ?? Ports.Out) == Ports.Of(edge))
                    || (path.Entry.Contains(edge.From) && tones.GetValueOrDefault(edge.To) == "lit"))
                    lit.Add(edge);
        }

        Room.Light(tones, lit);
    }

    /// <summary>The event that the first trigger listens to.</summary>
    private string? Suggested() =>
        Room.Document.Nodes
            .Select(node => node.Step)
            .OfType<TriggerStep>()
            .SelectMany(trigger => trigger.ListensTo)
            .FirstOrDefault(name => name.Length > 0);

    private string Title(string node) =>
        Room.Find(node) is { } found ? SequenceCanvas.TitleOf(found, Room.Steps.Catalog) : "A step that is no longer there";

    private string When(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, Bench!.Zone).ToString(ClockWords.MomentInWords, System.Globalization.CultureInfo.InvariantCulture);
}
