using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Notifications;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Notifications;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Sequences;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences;

/// <summary>Pauses, resumes and archives published sequences; the customers inside follow in the background.</summary>
public sealed class SequenceLifecycle(
    IDbContextFactory<FlowBuilderContext> contexts, IEngine engine, ProductClock clock, AuditTrail audit, INotificationBuffer news)
{
    /// <summary>Holds everybody in place and refuses entries.</summary>
    public Task<SequenceAnswer<SequenceState>> PauseAsync(SequenceAccess access, CancellationToken cancellation) =>
        SwitchAsync(access, [SequenceState.Live], SequenceState.Paused, null, cancellation);

    /// <summary>Lets everybody go on. Nothing past due leaves without a choice.</summary>
    public Task<SequenceAnswer<SequenceState>> ResumeAsync(SequenceAccess access, LatePolicy pastDue, CancellationToken cancellation) =>
        SwitchAsync(access, [SequenceState.Paused], SequenceState.Live, pastDue, cancellation);

    /// <summary>Nobody enters any more; those inside go on, history stays.</summary>
    public Task<SequenceAnswer<SequenceState>> ArchiveAsync(SequenceAccess access, CancellationToken cancellation) =>
        SwitchAsync(access, [SequenceState.Draft, SequenceState.Live, SequenceState.Paused], SequenceState.Archived, null, cancellation);

    private async Task<SequenceAnswer<SequenceState>> SwitchAsync(
        SequenceAccess access, SequenceState[] from, SequenceState to, LatePolicy? pastDue, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(access);
        var (company, sequence, by) = (access.Company, access.Sequence, access.By);
        await using var context = contexts.CreateFor(company);
        var row = await context.Sequences.FirstOrDefaultAsync(one => one.Id == sequence.Value, cancellation);
        if (row is null) return new SequenceRefusal.NotFound();
        if (!access.Opens(row)) return new SequenceRefusal.PasswordNeeded();
        if (row.State == to) return to;
        if (!from.Contains(row.State)) return new SequenceRefusal.WrongState(WhyNot(row.State, to));
        var before = row.State;
        row.State = to;
        row.UpdatedAt = clock.Now;
        row.UpdatedBy = by.Name;
        audit.Add(
            context, by, $"sequence.{Verb(to)}", row.Id.ToString("D"),
            $"{Verb(to)}d “{row.Title}”{(pastDue is null ? "" : $"; what is past due: {pastDue.ToString()!.ToLowerInvariant()}")}",
            Word(before), Word(to));
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new SequenceRefusal.Stale(row.DraftRevision);
        }

        if (to == SequenceState.Paused)
            news.Note(
                new NotificationKey(company, NotificationKind.SequencePaused, sequence.Value),
                new Happenings(1, By: by.Id, ByName: by.Name));
        await engine.RefreshAsync(company, CancellationToken.None);
        await engine.AskEveryoneAsync(company, new TurnInput.HoldsChanged(sequence, pastDue), CancellationToken.None);
        if (to == SequenceState.Live && await NewestAsync(context, row, cancellation) is { } version)
            await engine.AskEveryoneAsync(company, new TurnInput.Reschedule(version), CancellationToken.None);
        return to;
    }

    private static async Task<VersionId?> NewestAsync(FlowBuilderContext context, SequenceRow row, CancellationToken cancellation)
    {
        var id = await context.SequenceVersions
            .Where(version => version.SequenceId == row.Id && version.Number == row.VersionNumber)
            .Select(version => (long?)version.Id)
            .FirstOrDefaultAsync(cancellation);
        return id is { } known ? new VersionId(known) : null;
    }

    private static string Word(SequenceState state) => state.ToString().ToLowerInvariant();

    private static string Verb(SequenceState to) => to switch
    {
        SequenceState.Paused => "pause",
        SequenceState.Live => "resume",
        SequenceState.Draft or SequenceState.Archived => "archive",
    };

    private static string WhyNot(SequenceState state, SequenceState to) => (state, to) switch
    {
        (SequenceState.Draft, _) => "The sequence was never published. Publish it first.",
        (SequenceState.Archived, _) => "The sequence is archived.",
        (SequenceState.Live, SequenceState.Live) => "The sequence is already running.",
        _ => "This cannot be done in the sequence's current state.",
    };
}
