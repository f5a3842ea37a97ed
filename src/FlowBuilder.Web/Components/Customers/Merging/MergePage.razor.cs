using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Customers.Merging;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Web.Components.Elements;
using FlowBuilder.Web.Components.Sequences.Protection;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FlowBuilder.Web.Components.Customers.Merging;

/// <summary>Customers, Merge: two are found, looked at side by side, and become one after a dialog.</summary>
public partial class MergePage
{
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private CustomerChoice? _first;
    private CustomerChoice? _second;
    private MergeCandidate? _stays;
    private MergeCandidate? _goes;
    private string? _fault;
    private string? _done;
    private bool _busy;

    [Inject] public required MergeCandidates Sides { get; set; }

    [Inject] public required CustomerMerger Merging { get; set; }

    [Inject] public required ICompanyCache Companies { get; set; }

    [Inject] public required IDialogService Dialogs { get; set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() =>
        _zone = Companies.Find((await EnterAsync(Right.ChangeCustomers)).Company)?.Zone ?? TimeZoneInfo.Utc;

    internal async Task ChooseAsync(CustomerChoice? first, CustomerChoice? second)
    {
        if (_busy) return;
        var caller = await EnterAsync(Right.ChangeCustomers);
        (_first, _second, _fault, _done) = (first, second, null, null);
        _stays = first is null ? null : await Sides.ReadAsync(caller, first.Id, Ended);
        _goes = second is null ? null : await Sides.ReadAsync(caller, second.Id, Ended);
        if ((first is not null && _stays is null) || (second is not null && _goes is null))
            _fault = "This customer no longer exists. Someone merged or erased them in the meantime. Choose again.";
    }

    private async Task MergeAsync()
    {
        if (_busy
            || _stays is not { UserId: { } survivor } stays
            || _goes is not { UserId: { } other } goes
            || MergeText.WhyNot(stays, goes) is not null)
            return;
        var dialog = await Dialogs.ShowAsync<MergeDialog>(
            $"Merge {goes.Words} into {stays.Words}?",
            new DialogParameters<MergeDialog> { { one => one.Stays, stays }, { one => one.Goes, goes } }, SequenceGuard.Narrow);
        if (await dialog.Result is not { Canceled: false }) return;
        _busy = true;
        try
        {
            // The dialog may have stood open while rights were taken away.
            var caller = await EnterAsync(Right.ChangeCustomers);
            var (isDone, words) = MergeText.Of(await Merging.MergeAsync(caller, survivor, other, Uninterrupted.Token), stays, goes);
            (_first, _second, _stays, _goes) = (null, null, null, null);
            (_done, _fault) = (isDone ? words : null, isDone ? null : words);
        }
        finally
        {
            _busy = false;
        }
    }
}
