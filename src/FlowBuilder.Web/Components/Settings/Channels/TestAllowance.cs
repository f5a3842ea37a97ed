using FlowBuilder.Application.Access;
using FlowBuilder.Web.Auth.Limits;

namespace FlowBuilder.Web.Components.Settings.Channels;

/// <summary>Five tests a minute for each person, so that nobody uses them to send messages.</summary>
public sealed class TestAllowance(TimeProvider clock)
{
    public const int InAMinute = 5;

    private readonly Buckets<(int, string)> _buckets = new(InAMinute, InAMinute, TimeSpan.FromMinutes(1), clock);

    /// <summary>Takes one; how long to wait when there is none left, else null.</summary>
    public TimeSpan? Take(Caller caller) =>
        _buckets.Take((caller.Company.Value, caller.Actor.Id)) is { } wait
            ? wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1)
            : null;
}
