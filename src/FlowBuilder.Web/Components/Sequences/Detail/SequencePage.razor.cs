using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Web.Components.Sequences.List;
using FlowBuilder.Web.Components.Sequences.Protection;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Sequences.Detail;

/// <summary>One sequence: what it does, who is inside, and what can be done with it.</summary>
public partial class SequencePage
{
    private SequenceId _id;
    private Caller? _caller;
    private SequenceOverview? _seen;
    private SequenceStanding _standing = new(false, null);
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private bool _isGated;
    private bool _isMissing;
    private bool _busy;

    /// <summary>Of the sequence.</summary>
    [Parameter] public string Id { get; set; } = "";

    [Inject] public required SequenceGuard Sequences { get; set; }

    [Inject] public required SequenceOverviews Overviews { get; set; }

    [Inject] public required SequenceActions Actions { get; set; }

    [Inject] public required ICompanyCache Companies { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    private string Title => _seen!.Line.Title.Length == 0 ? "Untitled" : _seen.Line.Title;

    private SequenceState State => _seen!.Line.State;

    private bool MayDesign => !_isGated && _caller?.May(Right.DesignSequences) == true;

    private bool MayPublish => !_isGated && _caller?.May(Right.PublishSequences) == true;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (SequenceId.TryParse(Id, out _id)) await ReadAsync();
        else Missing();
    }

    private async Task ReadAsync()
    {
        _caller = await EnterAsync(Right.SeeWork);
        if (Companies.Find(_caller.Company) is { } company) (_zone, _isGated) = (company.Zone, company.HoldsSequences);
        _seen = await Overviews.ReadAsync(_caller.Company, _id, Ended);
        if (_seen is null || await Sequences.StandingAsync(_id, Ended) is not { } standing) Missing();
        else _standing = standing;
    }

    /// <summary>A stranger's id looks like one nobody has.</summary>
    private void Missing()
    {
        _isMissing = true;
        Navigation.NotFound();
    }

    private Task PublishAsync() => DoAsync(() => Actions.PublishAsync(_id, Title));

    private Task PauseAsync() => DoAsync(() => Actions.PauseAsync(_id, Title));

    private Task ResumeAsync() => DoAsync(() => Actions.ResumeAsync(_id, Title));

    private Task ArchiveAsync() => DoAsync(() => Actions.ArchiveAsync(_id, Title, _seen!.Line.Inside));

    private Task ExportAsync() => DoAsync(async () =>
    {
        await Actions.ExportAsync(_id, Title);
        return true;
    });

    private async Task CopyAsync()
    {
        if (await Actions.CopyAsync(_id, Title) is { } copy) Navigation.NavigateTo($"{SequenceQuery.PageAddress}/{copy}");
    }

    private async Task DeleteAsync()
    {
        if (await Actions.DeleteAsync(_id, Title)) Navigation.NavigateTo(SequenceQuery.PageAddress);
    }

    private async Task DoAsync(Func<Task<bool>> act)
    {
        if (_busy) return;
        _busy = true;
        try
        {
            await act();
            await ReadAsync();
        }
        finally
        {
            _busy = false;
        }
    }
}
