using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Home;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Mending;
using FlowBuilder.Core.Model.Access;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Home;

/// <summary>What needs somebody's eye, live.</summary>
public sealed partial class HomePage
{
    private Caller? _caller;
    private IReadOnlyList<AttentionItem> _matters = [];

    [Inject] public required Attention Attention { get; set; }

    [Inject] public required ParkedInputReader SetAside { get; set; }

    [Inject] public required ICompanyCache Companies { get; set; }

    [Inject] public required ProductClock Clock { get; set; }

    /// <summary>Reviews, messages and notifications touch this topic; a paused sequence writes a notification.</summary>
    protected override IEnumerable<LiveTopic> TopicsOf(Caller caller) => [LiveTopic.Attention(caller.Company)];

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        var caller = await FindCallerAsync();
        if (caller?.May(Right.SeeWork) == true)
        {
            _matters = Matters.Of(
                await Attention.ReadAsync(
                    caller.Company, caller.Person?.Id, Companies.Find(caller.Company) is { HoldsSequences: true }, Clock.Now, Ended));
            if (caller.May(Right.MendWork) && Matters.SetAside(await SetAside.CountAsync(caller.Company, Ended)) is { } broken)
                _matters = [.. _matters, broken];
        }

        _caller = caller;
    }
}
