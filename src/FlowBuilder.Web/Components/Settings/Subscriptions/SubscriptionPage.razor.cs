using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Subscriptions;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Web.Components.Elements;
using FlowBuilder.Web.Components.Sequences.List;
using FlowBuilder.Web.Components.Sequences.Protection;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FlowBuilder.Web.Components.Settings.Subscriptions;

/// <summary>What each plan has, and which one the company is on.</summary>
public partial class SubscriptionPage
{
    private Caller? _caller;
    private Subscription _current;
    private bool _busy;

    [Inject] public required ICompanyCache Companies { get; set; }

    [Inject] public required ChangeSubscription Changing { get; set; }

    [Inject] public required IDialogService Dialogs { get; set; }

    [Inject] public required ISnackbar Snackbar { get; set; }

    private string Lead =>
        _caller!.May(Right.ChangeSubscription)
            ? $"Your company is on {_current}."
            : $"Your company is on {_current}. Only an owner can change that.";

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var caller = await EnterAsync(Right.SeeWork);
        _current = Companies.Find(caller.Company)?.Subscription ?? Subscription.Starter;
        _caller = caller;
    }

    private async Task ChooseAsync(Subscription plan)
    {
        if (_busy) return;
        _busy = true;
        try
        {
            var caller = await EnterAsync(Right.ChangeSubscription);
            var inside = await Changing.InsideAsync(caller.Company, Ended);
            var (sure, pastDue) = await AskAsync(plan, inside);
            if (!sure) return;
            caller = await EnterAsync(Right.ChangeSubscription);
            await Changing.ChangeAsync(caller.Company, plan, pastDue, caller.Actor, Uninterrupted.Token);
            _current = plan;
            Snackbar.Add($"Your company is now on {plan}.", MudBlazor.Severity.Success);
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task<(bool Sure, LatePolicy? PastDue)> AskAsync(Subscription plan, int inside)
    {
        var (had, has) = (SubscriptionOffers.HasSequences(_current), SubscriptionOffers.HasSequences(plan));
        if (!had && has && inside > 0)
        {
            var parameters = new DialogParameters<PastDueDialog>
            {
                { dialog => dialog.Words, $"{Held(inside)} held inside sequences. After the upgrade they continue where they are." },
                { dialog => dialog.Go, $"Upgrade to {plan}" }
            };
            var dialog = await Dialogs.ShowAsync<PastDueDialog>($"Upgrade to {plan}?", parameters, SequenceGuard.Narrow);
            return await dialog.Result is { Canceled: false, Data: LatePolicy policy } ? (true, policy) : (false, null);
        }

        var words = had && !has
            ? $"{(inside == 0 ? "No one is inside a sequence now." : $"{Held(inside)} inside sequences now. They will be held where they are: nothing is sent to them.")} No one will enter anymore, and sequences can only be viewed. Nothing is lost; after an upgrade it all continues."
            : $"Your company goes from {_current} to {plan}. Sequences continue as they are.";
        var yes = plan > _current ? $"Upgrade to {plan}" : $"Downgrade to {plan}";
        return (await Dialogs.ShowMessageBoxAsync($"{yes}?", words, yesText: yes, cancelText: "Cancel", options: SequenceGuard.Narrow)
            == true, null);
    }

    private static string Held(int inside) => $"{SequenceText.Customers(inside)} {(inside == 1 ? "is" : "are")}";
}
