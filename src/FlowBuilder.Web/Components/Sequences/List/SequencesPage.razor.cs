using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Lists;
using FlowBuilder.Application.Sequences.Finding;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Components.Sequences.Templates;
using FlowBuilder.Web.Hosting.RequestBodies;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;

namespace FlowBuilder.Web.Components.Sequences.List;

/// <summary>All sequences of the company: found, filtered, sorted, a page at a time.</summary>
public partial class SequencesPage
{
    private const int PageSize = 50;

    private Caller? _caller;
    private SequenceQuery _query = new();
    private IReadOnlyList<SequenceLine>? _lines;
    private IReadOnlyDictionary<SequenceId, IReadOnlyList<int>> _trends = new Dictionary<SequenceId, IReadOnlyList<int>>();
    private SequenceChoices _choices = SequenceChoices.None;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private int _all;
    private bool _isGated;
    private bool _busy;
    private string? _fault;

    [SupplyParameterFromQuery(Name = "q")] private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "status")] private string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "label")] private string? Label { get; set; }

    [SupplyParameterFromQuery(Name = "owner")] private string? Owner { get; set; }

    [SupplyParameterFromQuery(Name = "sort")] private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? Page { get; set; }

    [Inject] public required SequenceActions Actions { get; set; }

    [Inject] public required ICompanyCache Companies { get; set; }

    [Inject] public required SequenceQueries Sequences { get; set; }

    [Inject] public required IDialogService Dialogs { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    private bool MayDesign => !_isGated && _caller?.May(Right.DesignSequences) == true;

    private bool MayPublish => !_isGated && _caller?.May(Right.PublishSequences) == true;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var query = SequenceQuery.Read(Text, Status, Sort, Page, Label, Owner);
        if (query != _query) ChooseNone();
        _query = query;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        _caller = await EnterAsync(Right.SeeWork);
        if (Companies.Find(_caller.Company) is { } company) (_zone, _isGated) = (company.Zone, company.HoldsSequences);
        var part = new SequencePart(_query.Text, _query.State, _query.Label, _query.Owner, _query.Sort);
        (_all, _lines, _trends, _choices) = await Sequences.PageAsync(_caller.Company, part, (_query.Page - 1) * PageSize, PageSize, Ended);
    }

    private void Show(SequenceQuery query) => Navigation.NavigateTo(query.Address());

    /// <summary>A ready-made one is chosen, and opened to be looked at and changed.</summary>
    private async Task FromTemplateAsync()
    {
        var dialog = await Dialogs.ShowAsync<TemplatesDialog>(
            "Start from a template", new DialogOptions { MaxWidth = MaxWidth.Medium, FullWidth = true, CloseOnEscapeKey = true });
        if (await dialog.Result is { Canceled: false, Data: SequenceTemplate template })
            await BusyAsync(async () =>
            {
                if (await Actions.CreateFromAsync(template) is { } made) Navigation.NavigateTo(SequenceQuery.EditAddress(made));
            });
    }

    /// <summary>An empty one is there to be drawn.</summary>
    private Task CreateAsync() => BusyAsync(async () =>
    {
        if (await Actions.CreateAsync() is { } made) Navigation.NavigateTo(SequenceQuery.EditAddress(made));
    });

    private Task ExportAsync(SequenceLine line) => Actions.ExportAsync(line.Id, line.Title);

    private Task CopyAsync(SequenceLine line) => BusyAsync(async () => Open(await Actions.CopyAsync(line.Id, line.Title)));

    private async Task ArchiveAsync(SequenceLine line)
    {
        if (await Actions.ArchiveAsync(line.Id, line.Title, line.Inside)) await ReadAsync();
    }

    private async Task DeleteAsync(SequenceLine line)
    {
        if (await Actions.DeleteAsync(line.Id, line.Title)) await ReadAsync();
    }

    private Task ImportAsync(InputFileChangeEventArgs chosen) => BusyAsync(async () =>
    {
        _fault = null;
        if (chosen.File.Size > DocumentBody.Limit)
        {
            _fault = $"The file is larger than {DocumentBody.Limit / (1024 * 1024)} MB, so it is not a sequence.";
            return;
        }

        using var bytes = new MemoryStream();
        await using (var file = chosen.File.OpenReadStream(DocumentBody.Limit)) await file.CopyToAsync(bytes);
        (var made, _fault) = await Actions.ImportAsync(bytes.ToArray());
        Open(made);
    });

    private async Task BusyAsync(Func<Task> act)
    {
        if (_busy) return;
        _busy = true;
        try
        {
            await act();
        }
        finally
        {
            _busy = false;
        }
    }

    private void Open(SequenceId? sequence)
    {
        if (sequence is { } id) Navigation.NavigateTo($"{SequenceQuery.PageAddress}/{id}");
    }
}
