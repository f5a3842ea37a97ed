using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Reviews;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Web.Components.Elements;
using FlowBuilder.Web.Components.Reviews.Dialogs;
using FlowBuilder.Web.Components.Sequences.Protection;
using MudBlazor;

namespace FlowBuilder.Web.Components.Reviews;

/// <summary>What people do at the desk. Each asks for the right anew.</summary>
public sealed partial class ReviewsPage
{
    private static readonly DialogOptions Wide = new() { MaxWidth = MaxWidth.Medium, FullWidth = true, CloseOnEscapeKey = true };

    private Task ApproveAsync() =>
        DecideAsync(
            (caller, item) => Decisions.ApproveAsync(caller, item, Uninterrupted.Token),
            item => $"Approved. The sequence starts for {item.CustomerName}.", goesOn: true);

    private async Task RejectAsync()
    {
        if (_item is not { } item) return;
        var dialog = await Dialogs.ShowAsync<RejectDialog>($"Reject {item.CustomerName}?", SequenceGuard.Narrow);
        if (await dialog.Result is { Canceled: false, Data: Rejection rejection })
            await DecideAsync(
                (caller, _) => Decisions.RejectAsync(caller, item, rejection, Uninterrupted.Token),
                _ => $"Rejected. Nothing is done for {item.CustomerName}.", goesOn: true);
    }

    private async Task EditAsync()
    {
        if (_item is not { } item) return;
        var dialog = await Dialogs.ShowAsync<EditDialog>(
            $"Only for {item.CustomerName}", new DialogParameters<EditDialog> { { one => one.Item, item } }, Wide);
        if (await dialog.Result is { Canceled: false, Data: IReadOnlyList<EditedMessage> messages })
            await DecideAsync(
                (caller, _) => Decisions.EditAsync(caller, item, [.. messages], Uninterrupted.Token),
                _ => messages.Count == 0 ? "The edits were undone." : "Edited. Read it again, then approve.", goesOn: false);
    }

    private async Task AskAsync()
    {
        if (_item is not { } item || _caller?.Person is not { } me || Companies.Find(_caller.Company) is not { } company) return;
        var colleagues = Reviewers.Of(company)
            .Where(person => person.Account is not null)
            .OrderBy(person => person.Name, StringComparer.Ordinal).ToArray();
        var dialog = await Dialogs.ShowAsync<AskDialog>(
            $"Who should decide on {item.CustomerName}?",
            new DialogParameters<AskDialog>
            {
                { one => one.Colleagues, colleagues },
                { one => one.Me, me.Id },
                { one => one.Asked, item.AskedOf }
            },
            SequenceGuard.Narrow);
        if (await dialog.Result is { Canceled: false, Data: AskedColleague asked })
            await DecideAsync(
                (caller, _) => Decisions.AskColleagueAsync(caller, item, asked.Person, asked.Note, Uninterrupted.Token),
                _ =>
                    asked.Person.Length == 0
                        ? "No one is asked anymore."
                        : $"{NameOf(asked.Person)} {(asked.Person == me.Id ? "will decide" : "has been asked")}.",
                goesOn: false);
    }

    private async Task SnoozeAsync()
    {
        if (_item is not { } item) return;
        if (item.SnoozedUntil is not null)
        {
            await DecideAsync(
                (caller, _) => Decisions.SnoozeAsync(caller, item, null, Uninterrupted.Token), _ => "It is back in the queue.",
                goesOn: false);
            return;
        }

        var dialog = await Dialogs.ShowAsync<SnoozeDialog>(
            $"Put off {item.CustomerName}",
            new DialogParameters<SnoozeDialog> { { one => one.Zone, _zone }, { one => one.Latest, item.ExpiresAt } }, SequenceGuard.Narrow);
        if (await dialog.Result is { Canceled: false, Data: DateTimeOffset until })
            await DecideAsync(
                (caller, _) => Decisions.SnoozeAsync(caller, item, until, Uninterrupted.Token),
                _ => $"Put off until {CompanyTime.Words(until, _zone)}.", goesOn: true);
    }

    private async Task DecideChosenAsync(bool approve)
    {
        if (_busy || _chosen.Count == 0) return;
        var caller = await EnterAsync(Right.DecideReviews);
        var items = await Queue.FindAsync(caller.Company, [.. _chosen], Ended);
        var title =
            $"{(approve ? "Approve" : "Reject")} {(items.Count == 1 ? "1 customer" : $"{SequenceText.Number(items.Count)} customers")}?";
        var dialog = await Dialogs.ShowAsync<BulkDialog>(
            title, new DialogParameters<BulkDialog> { { one => one.Items, items }, { one => one.Approve, approve } }, Wide);
        if (await dialog.Result is not { Canceled: false } result) return;
        await WorkAsync(async () =>
        {
            var answers = await Decisions.DecideAllAsync(
                await EnterAsync(Right.DecideReviews), items, result.Data as Rejection, Uninterrupted.Token);
            _chosen.Clear();
            foreach (var (item, answer) in answers)
                if (answer is TurnAnswer.Stale) _chosen.Add(item.Id);
            var (words, well) = BulkText.Of(answers, approve);
            Snackbar.Add(words, well ? Severity.Success : Severity.Warning);
        });
    }

    private async Task DecideAsync(Func<Caller, ReviewItem, Task<TurnAnswer>> decide, Func<ReviewItem, string> done, bool goesOn)
    {
        if (_item is not { State: ReviewState.Waiting } item) return;
        await WorkAsync(async () =>
        {
            _notes = null;
            var next = _page?.Lines.SkipWhile(line => line.Id != item.Id).Skip(1).FirstOrDefault()?.Id;
            switch (await decide(await EnterAsync(Right.DecideReviews), item))
            {
                case TurnAnswer.Stale stale:
                    _notes = stale.Differences.IsDefaultOrEmpty ? ["Something about it has changed."] : stale.Differences;
                    break;
                case TurnAnswer.Refused refused:
                    Snackbar.Add(refused.Because, Severity.Warning);
                    break;
                default:
                    Snackbar.Add(done(item), Severity.Success);
                    _chosen.Remove(item.Id);
                    if (goesOn) Navigation.NavigateTo((_query with { Open = next }).Address(), replace: true);
                    break;
            }
        });
    }

    private async Task WorkAsync(Func<Task> work)
    {
        if (_busy) return;
        _busy = true;
        StateHasChanged();
        try
        {
            await work();
            do
            {
                _toldMeanwhile = false;
                await ReadAsync();
            }
            while (_toldMeanwhile);
        }
        finally
        {
            _busy = false;
            StateHasChanged();
        }
    }
}
