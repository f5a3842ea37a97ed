using System.Collections.Immutable;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Drafts;
using FlowBuilder.Application.Sequences.Versions;
using FlowBuilder.Canvas;
using FlowBuilder.Core.Authoring.Comparing;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans.Sentences;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Web.Components.Designer.Canvas;
using FlowBuilder.Web.Components.Sequences.List;
using FlowBuilder.Web.Components.Sequences.Protection;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FlowBuilder.Web.Components.Sequences.Versions;

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

    [Inject] public required VersionReader Reading { get; set; }

    [Inject] public required DraftReader Drafts { get; set; }

    [Inject] public required CompanyDirectories Directories { get; set; }

    [Inject] public required PendingRestores Restores { get; set; }

    [Inject] public required ICompanyCache Companies { get; set; }

    [Inject] public required StepJson Steps { get; set; }

    [Inject] public required IDialogService Dialogs { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var caller = await EnterAsync(Right.SeeWork);
        if (!SequenceId.TryParse(Id, out _id) || await Reading.HeadAsync(caller.Company, _id, Ended) is not { } row)
        {
            _missing = true;
            Navigation.NotFound();
            return;
        }

        var company = Companies.Find(caller.Company);
        (_title, _live, _zone) = (row.Title.Length == 0 ? "Untitled" : row.Title, row.Version, company?.Zone ?? TimeZoneInfo.Utc);
        _mayDesign = caller.May(Right.DesignSequences) && row.State != SequenceState.Archived && company is { HoldsSequences: false };
        _query = VersionsQuery.Read(Version, View, With);
        _open = _query.Version ?? _live;
        await ShowAsync(caller.Company);
    }

    private async Task ShowAsync(CompanyId company)
    {
        _document = await Reading.ReadAsync(company, _id, _open, Ended);
        if (_document is { } document) await DrawAsync(company, document);
        _versions = await Reading.ListAsync(company, _id, Ended);
    }

    /// <summary>Works out the face that is shown.</summary>
    private async Task DrawAsync(CompanyId company, SequenceDocument document)
    {
        var names = await Directories.ReadAsync(company, Ended);
        switch (_query.Face)
        {
            case VersionFace.Words:
                _sentences = [.. await Reading.SentencesAsync(company, _id, _open, names, Ended)];
                break;
            case VersionFace.Changes:
                _differences = await CompareAsync(company, document, names);
                break;
            default:
                (_cards, _lines) = (SequenceCanvas.Nodes(document, Steps.Catalog, names, []), SequenceCanvas.Edges(document));
                break;
        }
    }

    /// <summary>From the older to the newer; the draft is the newest.</summary>
    private async Task<ImmutableArray<Difference>> CompareAsync(CompanyId company, SequenceDocument open, CompanyDirectory names)
    {
        var other = _query.With == 0
            ? (await Drafts.ReadAsync(company, _id, Ended))?.Document
            : await Reading.ReadAsync(company, _id, _query.With, Ended);
        if (other is null) return [];
        return _query.With == 0 || _query.With > _open
            ? Differences.Of(open, other, Steps, names)
            : Differences.Of(other, open, Steps, names);
    }

    /// <summary>Asks, then lets the designer do it: there it is an edit like any other, saved over
    /// what is known, and can be undone.</summary>
    private async Task RestoreAsync()
    {
        await EnterAsync(Right.DesignSequences);
        if (await Dialogs.ShowMessageBoxAsync(
            $"Restore version {_open} as the draft?",
            "The draft becomes a copy of this version. You can undo this in the designer. Nothing changes for customers until you publish.",
            yesText: "Restore", cancelText: "Cancel", options: SequenceGuard.Narrow)
            != true)
            return;
        Restores.Ask(_id, _open);
        Navigation.NavigateTo(SequenceQuery.EditAddress(_id));
    }

    private static string Word(VersionFace face) =>
        face switch { VersionFace.Words => "In words", VersionFace.Changes => "Compare", VersionFace.Drawing => "Drawing" };
}
