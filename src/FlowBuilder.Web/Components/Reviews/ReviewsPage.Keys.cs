using FlowBuilder.Application.Reviews;
using FlowBuilder.Web.Components.Reviews.Dialogs;
using FlowBuilder.Web.Components.Sequences.Protection;

namespace FlowBuilder.Web.Components.Reviews;

/// <summary>The desk by keyboard.</summary>
public sealed partial class ReviewsPage
{
    private Task PressAsync(string key) => key switch
    {
        "j" => StepAsync(1),
        "k" => StepAsync(-1),
        "x" => ToggleAsync(),
        "?" => ShowKeysAsync(),
        "Escape" => CloseAsync(),
        "a" when MayDecide => ApproveAsync(),
        "r" when MayDecide => RejectAsync(),
        "e" when MayDecide => EditAsync(),
        "s" when MayDecide => SnoozeAsync(),
        "c" when MayDecide => AskAsync(),
        _ => Task.CompletedTask,
    };

    private Task StepAsync(int by)
    {
        if (_page is not { Lines.Count: > 0 } page) return Task.CompletedTask;
        var at = -1;
        for (var i = 0; i < page.Lines.Count; i++)
            if (page.Lines[i].Id == _query.Open) at = i;
        var to = at < 0 ? 0 : Math.Clamp(at + by, 0, page.Lines.Count - 1);
        if (to != at) Navigation.NavigateTo((_query with { Open = page.Lines[to].Id }).Address(), replace: true);
        return Task.CompletedTask;
    }

    private Task ToggleAsync()
    {
        if (MayDecide && _query.Open is { } open && !_chosen.Remove(open)) Choose(open, true);
        StateHasChanged();
        return Task.CompletedTask;
    }

    private Task CloseAsync()
    {
        if (_query.Open is not null) Navigation.NavigateTo((_query with { Open = null }).Address(), replace: true);
        return Task.CompletedTask;
    }

    private async Task ShowKeysAsync() => await Dialogs.ShowAsync<KeysDialog>("Keyboard", SequenceGuard.Narrow);

    private void Choose(long id, bool chosen)
    {
        if (!chosen) _chosen.Remove(id);
        else if (_chosen.Count < ReviewQueue.MostAtOnce) _chosen.Add(id);
        else Snackbar.Add($"At most {ReviewQueue.MostAtOnce} at once. Decide these first.", MudBlazor.Severity.Info);
    }

    private void Choose((long Id, bool Chosen) line) => Choose(line.Id, line.Chosen);

    private void ChooseAlike()
    {
        _chosen.Clear();
        foreach (var id in _alike) _chosen.Add(id);
    }
}
