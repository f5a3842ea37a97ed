using System.Collections.Immutable;
using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Engine.Stepping;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Engine.Reviews;

/// <summary>Walks a run ahead to its first wait, on the very interpreter, in a turn that is thrown
/// away: what it would send is what the reviewer sees.</summary>
internal static class Preview
{
    private const int MostSteps = 1000;

    public static ImmutableArray<PreviewedMessage> Of(Turn turn, Enrollment run, PublishedSequence published, DateTimeOffset at)
    {
        var previews = new List<PreviewedMessage>();
        var setting = turn.Setting with { Now = at, Ids = Counter.FromOne(), Rotation = First.One, DownSince = null, OnStep = null };
        var standing = run.State == EnrollmentState.Review ? RunProgress.Arrived(run, run.Cursor, published.Plan, at) : run;
        var runs = turn.Facts.Enrollments.RemoveAll(other => other.Id == run.Id).Add(standing);
        var ahead = new Turn(new CustomerState { Facts = turn.Facts with { Enrollments = runs }, LastSeq = turn.LastSeq }, setting)
        {
            Rehearsal = previews
        };
        if (standing.State == EnrollmentState.Waiting && published.Plan.Steps[standing.Cursor] is { Step: WaitStep wait } waits)
        {
            var c = RunProgress.Context(ahead, standing, waits.Node, standing.Pass, standing.ArrivedAt);
            Interpreter.Take(ahead, standing, published, waits, wait.OnDue(c), c);
        }

        for (var i = 0; i < MostSteps && ahead.Run(run.Id) is { State: EnrollmentState.Active } now; i++)
        {
            Interpreter.Advance(ahead, now, published);
            EventKeeping.KeepPending(ahead);
        }

        return [.. previews];
    }

    private sealed class Counter : IIdSource
    {
        private long _last;

        public static Counter FromOne() => new();

        public long Next() => ++_last;
    }

    private sealed class First : IRotation
    {
        public static First One { get; } = new();

        public int Next(VersionId version, string node, int count) => 0;
    }
}
