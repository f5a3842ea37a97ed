using FlowBuilder.Application.Notifications;
using FlowBuilder.Application.People;
using FlowBuilder.Core.Model.Notifications;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Components.Elements;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Accounts.Profile;

/// <summary>Which notifications one gets by email too, at all companies one works for.</summary>
public partial class NotificationSection
{
    private static readonly (NotificationKind Kind, string Words)[] Kinds =
    [
        (NotificationKind.ReviewAsked, "A colleague asks me to decide on a customer"),
        (NotificationKind.ReviewExpiring, "A review is about to expire"),
        (NotificationKind.ReviewEscalated, "No one has decided on a review in time"),
        (NotificationKind.ReviewWaiting, "Customers are waiting for approval"), (NotificationKind.ReviewBack, "A review I put off is back"),
        (NotificationKind.MessageUnknown, "A message may or may not have arrived"),
        (NotificationKind.MessageFailed, "A message could not be sent"),
        (NotificationKind.EnrollmentFailed, "A customer left a sequence because something failed"),
        (NotificationKind.SequencePaused, "Someone paused a sequence"),
        (NotificationKind.LimitReached, "A customer has reached a limit"), (NotificationKind.FromSequence, "A sequence tells me something"),
    ];

    private int? _chosen;

    [Parameter, EditorRequired] public AccountRow Account { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "notifications")] private NotificationForm Input { get; set; } = default!;

    [Inject] public required PersonChoices Choices { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Input ??= new NotificationForm();
        _chosen = await Choices.EmailedKindsAsync(Account.Id, Ended);
    }

    private bool IsChosen(NotificationKind kind) => EmailedKinds.Has(_chosen, kind);

    private async Task SaveAsync()
    {
        var chosen =
            EmailedKinds.Of(Input.Kinds.Where(kind => Enum.IsDefined((NotificationKind)kind)).Select(kind => (NotificationKind)kind));
        await Choices.ChooseEmailedKindsAsync(Account.Id, chosen, Uninterrupted.Token);
        Navigation.NavigateTo("/account?done=notifications");
    }
}

/// <summary>The kinds that are ticked, by number.</summary>
public sealed class NotificationForm
{
    public int[] Kinds { get; set; } = [];
}
