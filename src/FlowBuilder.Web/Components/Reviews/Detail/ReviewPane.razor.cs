using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Reviews;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Reviews.Detail;

/// <summary>One review, whole.</summary>
public sealed partial class ReviewPane
{
    [Parameter, EditorRequired] public ReviewItem Item { get; set; } = default!;

    [Parameter, EditorRequired] public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>Names of those who look at it too.</summary>
    [Parameter] public IReadOnlyList<string> Others { get; set; } = [];

    /// <summary>What is different from what was shown when this person tried to decide.</summary>
    [Parameter] public IReadOnlyList<string>? Notes { get; set; }

    [Parameter] public bool MayDecide { get; set; }

    [Parameter] public bool IsBusy { get; set; }

    /// <summary>How many wait for the same, this one included.</summary>
    [Parameter] public int Alike { get; set; }

    /// <summary>Where the list is, without an open review.</summary>
    [Parameter] public string Back { get; set; } = ReviewQuery.PageAddress;

    /// <summary>A colleague's name by id.</summary>
    [Parameter] public Func<string?, string?> NameOf { get; set; } = id => id;

    [Parameter] public EventCallback OnApprove { get; set; }

    [Parameter] public EventCallback OnReject { get; set; }

    [Parameter] public EventCallback OnEdit { get; set; }

    [Parameter] public EventCallback OnAsk { get; set; }

    [Parameter] public EventCallback OnSnooze { get; set; }

    [Parameter] public EventCallback OnAlike { get; set; }

    private bool CanEdit =>
        Item.Kind == ReviewKind.BeforeExecution
        && Item.Messages.Any(message => ChannelInfo.Of(message.Channel).Parts is not null && !message.Fault);

    private string MessagesTitle => Item.Messages.Length switch
    {
        0 => "It sends nothing before its first wait",
        1 => "What it sends first",
        var many => $"The {many} messages it sends first",
    };

    private string DecidedWords => Item.State switch
    {
        ReviewState.Approved => $"{Item.DecidedBy} approved it{At}. The sequence continues for {Item.CustomerName}.",
        ReviewState.Rejected => $"{Item.DecidedBy} rejected it{At}. {Item.Note}",
        ReviewState.Waiting or ReviewState.Expired or ReviewState.Ended => Item.Note ?? "It has ended.",
    };

    private string At => Item.DecidedAt is { } at ? $" on {CompanyTime.Words(at, Zone)}" : "";
}
