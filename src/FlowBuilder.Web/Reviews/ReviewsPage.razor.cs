using FlowBuilder.Core.Access;
using FlowBuilder.Core.Turns;
using FlowBuilder.Runtime.Companies;
using FlowBuilder.Web.Access;
using FlowBuilder.Web.Sequences;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FlowBuilder.Web.Reviews;

/// <summary>What waits for a person's approval, over all sequences.</summary>
public partial class ReviewsPage
{
    private const int PageSize = 25;
    private const string Address = "/automations/reviews";

    private readonly Dictionary<long, IReadOnlyList<string>> _notes = [];
    private IReadOnlyList<ReviewItem>? _items;
    private Caller? _caller;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private int _all;
    private bool _isGated;
    private bool _busy;

    [SupplyParameterFromQuery(Name = "page")] private int? Page { get; set; }

    [Inject] private Desk Desk { get; set; } = default!;

    [Inject] private ReviewQueue Queue { get; set; } = default!;

    [Inject] private ICompanyShelf Companies { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private ISnackbar Snackbar { get; set; } = default!;

    private int Number => Math.Clamp(Page ?? 1, 1, 100_000);

    private bool MayDecide => !_isGated && _caller?.May(Right.DecideReviews) == true;

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => ReadAsync();

    private static string AddressOf(int page) => page == 1 ? Address : $"{Address}?page={page}";

    private async Task ReadAsync()
    {
        _caller = await Desk.EnterAsync(Right.SeeWork);
        if (Companies.Find(_caller.Company) is { } company) (_zone, _isGated) = (company.Zone, company.HoldsSequences);
        await using var context = Desk.Open(_caller);
        _all = await ReviewQueue.CountAsync(context, CancellationToken.None);
        _items = await ReviewQueue.ReadAsync(context, (Number - 1) * PageSize, PageSize, CancellationToken.None);
    }

    private Task ApproveAsync(ReviewItem item) => DecideAsync(item, caller => Queue.ApproveAsync(caller, item, CancellationToken.None), $"Approved. The sequence begins for {item.CustomerName}.");

    private async Task RejectAsync(ReviewItem item)
    {
        var dialog = await Dialogs.ShowAsync<RejectDialog>($"Reject for {item.CustomerName}?", SequenceDesk.Narrow);
        if (await dialog.Result is { Canceled: false, Data: Rejection rejection })
            await DecideAsync(item, caller => Queue.RejectAsync(caller, item, rejection.Reason, rejection.TidyUp, CancellationToken.None), $"Rejected. Nothing is done for {item.CustomerName}.");
    }

    private async Task DecideAsync(ReviewItem item, Func<Caller, Task<TurnAnswer>> decide, string done)
    {
        if (_busy) return;
        _busy = true;
        try
        {
            switch (await decide(await Desk.EnterAsync(Right.DecideReviews)))
            {
                case TurnAnswer.Stale stale:
                    _notes[item.Id] = stale.Differences.IsDefaultOrEmpty ? ["Something about it has changed."] : stale.Differences;
                    break;
                case TurnAnswer.Refused refused:
                    Snackbar.Add(refused.Because, Severity.Error);
                    break;
                default:
                    Snackbar.Add(done, Severity.Success);
                    break;
            }

            await ReadAsync();
        }
        finally
        {
            _busy = false;
        }
    }
}
