using System.Collections.Immutable;
using FlowBuilder.Canvas;
using FlowBuilder.Core.Authoring.Comparing;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans.Sentences;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Runtime.Companies;
using FlowBuilder.Runtime.Sequences;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Access;
using FlowBuilder.Web.Designer;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using MudBlazor;

namespace FlowBuilder.Web.Sequences.Versions;

/// <summary>The published versions of a sequence: looked at, compared, restored as the draft.</summary>
public sealed partial class VersionsPage
{
    private readonly CanvasOptions _options = new();
    private SequenceId _id;
    private VersionsQuery _query = new(null, VersionFace.Drawing, 0);
    private IReadOnlyList<VersionOverview>? _versions;
    private SequenceDocument? _document;
    private ImmutableArray<Sentence> _sentences = [];
    private ImmutableArray<Difference> _differences = [];
    private IReadOnlyList<StepCard> _cards = [];
    private IReadOnlyList<CanvasEdge> _lines = [];
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private string _title = "";
    private int _open;
    private int _live;
    private bool _mayDesign;
    private bool _missing;

    /// <summary>Of the sequence.</summary>
    [Parameter] public string Id { get; set; } = "";

    [SupplyParameterFromQuery(Name = "version")] private string? Version { get; set; }

    [SupplyParameterFromQuery(Name = "view")] private string? View { get; set; }

    [SupplyParameterFromQuery(Name = "with")] private string? With { get; set; }

    [Inject] private Desk Desk { get; set; } = default!;

    [Inject] private VersionReading Reading { get; set; } = default!;

    [Inject] private PendingRestores Restores { get; set; } = default!;

    [Inject] private ICompanyShelf Companies { get; set; } = default!;

    [Inject] private StepJson Steps { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var caller = await Desk.EnterAsync(Right.SeeWork);
        await using var context = Desk.Open(caller);
        if (!SequenceId.TryParse(Id, out _id) || await context.Sequences.AsNoTracking().Where(row => row.Id == _id.Value).Select(row => new { row.Title, row.State, row.VersionNumber }).FirstOrDefaultAsync() is not { } row)
        {
            _missing = true;
            Navigation.NotFound();
            return;
        }

        var company = Companies.Find(caller.Company);
        (_title, _live, _zone) = (row.Title.Length == 0 ? "Without a title" : row.Title, row.VersionNumber, company?.Zone ?? TimeZoneInfo.Utc);
        _mayDesign = caller.May(Right.DesignSequences) && row.State != SequenceState.Archived && company is { HoldsSequences: false };
        _query = VersionsQuery.Read(Version, View, With);
        _open = _query.Version ?? _live;
        await ShowAsync(context);
    }

    private async Task ShowAsync(FlowBuilderContext context)
    {
        _document = await Reading.ReadAsync(context, _id, _open, CancellationToken.None);
        if (_document is { } document) await DrawAsync(context, document);
        _versions = await VersionReading.ListAsync(context, _id, CancellationToken.None);
    }

    /// <summary>Works out the face that is shown.</summary>
    private async Task DrawAsync(FlowBuilderContext context, SequenceDocument document)
    {
        var names = await CompanyDirectory.ReadAsync(context, CancellationToken.None);
        switch (_query.Face)
        {
            case VersionFace.Words:
                _sentences = [.. await Reading.SentencesAsync(context, _id, _open, names, CancellationToken.None)];
                break;
            case VersionFace.Changes:
                _differences = await CompareAsync(context, document, names);
                break;
            default:
                (_cards, _lines) = (SequenceCanvas.Nodes(document, Steps.Catalog, names, []), SequenceCanvas.Edges(document));
                break;
        }
    }

    /// <summary>From the older to the newer; the draft is the newest.</summary>
    private async Task<ImmutableArray<Difference>> CompareAsync(FlowBuilderContext context, SequenceDocument open, CompanyDirectory names)
    {
        var other = _query.With == 0 ? await Reading.DraftAsync(context, _id, CancellationToken.None) : await Reading.ReadAsync(context, _id, _query.With, CancellationToken.None);
        if (other is null) return [];
        return _query.With == 0 || _query.With > _open ? Differences.Of(open, other, Steps, names) : Differences.Of(other, open, Steps, names);
    }

    /// <summary>Asks, then lets the designer do it: there it is an edit like any other, saved over what is known, and can be undone.</summary>
    private async Task RestoreAsync()
    {
        await Desk.EnterAsync(Right.DesignSequences);
        if (await Dialogs.ShowMessageBoxAsync($"Restore version {_open} as the draft?", "The draft becomes what this version was. You can undo it in the designer. Customers notice nothing until you publish.", yesText: "Restore", cancelText: "Cancel", options: SequenceDesk.Narrow) != true) return;
        Restores.Ask(_id, _open);
        Navigation.NavigateTo(SequenceQuery.EditAddress(_id));
    }

    private static string Word(VersionFace face) => face switch { VersionFace.Words => "In words", VersionFace.Changes => "Compare", VersionFace.Drawing => "Drawing" };
}
