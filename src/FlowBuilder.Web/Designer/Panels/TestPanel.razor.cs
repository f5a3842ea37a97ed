using FlowBuilder.Core.Access;
using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Design;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Messages;
using FlowBuilder.Core.Replay;
using FlowBuilder.Core.Sequences;
using FlowBuilder.Core.Steps;
using FlowBuilder.Runtime.Companies;
using FlowBuilder.Runtime.Time;
using FlowBuilder.Web.Access;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Designer.Panels;

/// <summary>A test run: the engine's own turns on an invented customer, shown as a story and lit on the canvas.</summary>
public sealed partial class TestPanel
{
    private string _name = "Pat Example";
    private string _tags = "";
    private string _event = "";
    private TestRun? _run;
    private TestRunResult? _result;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;

    [Parameter, EditorRequired] public DesignRoom Room { get; set; } = default!;

    /// <summary>Of the sequence.</summary>
    [Parameter, EditorRequired] public SequenceId Sequence { get; set; }

    /// <summary>Leads to a node.</summary>
    [Parameter, EditorRequired] public Func<string, Task> Go { get; set; } = default!;

    [Inject] private Desk Desk { get; set; } = default!;

    [Inject] private ICompanyShelf Companies { get; set; } = default!;

    [Inject] private IMessageWriter Writer { get; set; } = default!;

    [Inject] private ITextFiller Filler { get; set; } = default!;

    [Inject] private ProductClock Clock { get; set; } = default!;

    /// <inheritdoc />
    protected override void OnInitialized() => _event = Suggested() ?? EventNames.CustomerAdded;

    private async Task Happen()
    {
        if (string.IsNullOrWhiteSpace(_event) || Room.Compilation.Plan is not { } plan) return;
        var caller = await Desk.EnterAsync(Right.DesignSequences);
        if (Companies.Find(caller.Company) is not { } company) return;
        _zone = company.Zone;
        _run ??= new TestRun(new TestRunSetting
        {
            Plan = plan, Title = Room.Document.Title, Facts = Customer().ToFacts(company, Clock.Now), Start = Clock.Now, Catalog = Room.Steps.Catalog, Writer = Writer, Filler = Filler, Sequence = Sequence, Names = Room.Names,
        });
        _run.Happen(_event.Trim());
        Show();
    }

    private void GoOn()
    {
        _run?.AdvanceToNext();
        Show();
    }

    private void Restart()
    {
        (_run, _result) = (null, null);
        Room.Light(null, null);
    }

    private void Show()
    {
        _result = _run!.Result;
        var tones = Room.Document.Nodes.ToDictionary(node => node.Id, _ => "dim");
        var lit = new HashSet<Edge>();
        foreach (var path in _result.Paths)
        {
            foreach (var node in (string[])[.. path.Entry, .. path.Steps.Select(step => step.Node), .. path.StandsOn is { } on ? [on] : Array.Empty<string>(), .. path.StoppedBy is { } stop ? [stop] : Array.Empty<string>()]) tones[node] = "lit";
            foreach (var edge in Room.Document.Edges)
                if (path.Steps.Any(step => step.Node == edge.From && (step.Port ?? Ports.Out) == Ports.Of(edge)) || (path.Entry.Contains(edge.From) && tones.GetValueOrDefault(edge.To) == "lit")) lit.Add(edge);
        }

        Room.Light(tones, lit);
    }

    private TestCustomer Customer()
    {
        var name = _name.Trim().Length == 0 ? "Pat Example" : _name.Trim();
        var customer = new TestCustomer();
        return customer with
        {
            Fields = customer.Fields.With("name", name).With("first_name", name.Split(' ')[0]),
            Tags = [.. _tags.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>The event that the first trigger listens to.</summary>
    private string? Suggested() => Room.Document.Nodes.Select(node => node.Step).OfType<TriggerStep>().SelectMany(trigger => trigger.ListensTo).FirstOrDefault(name => name.Length > 0);

    private string Title(string node) => Room.Find(node) is { } found ? SequenceCanvas.TitleOf(found, Room.Steps.Catalog) : "A step";

    private string Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone).ToString("ddd d MMM yyyy, HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
