using System.Collections.Immutable;
using System.Globalization;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Versions;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Simulation;
using FlowBuilder.Core.Steps;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Enrollments;
using FlowBuilder.Storage.Model.Messages;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Runs;

/// <summary>Reads one run of a company. Everything is found by a key; nothing here grows with the number of runs.</summary>
public sealed class RunStories(IDbContextFactory<FlowBuilderContext> contexts, IPlanCache plans, VersionReader versions)
{
    /// <summary>What the run is at; null when the company has no such run.</summary>
    public async Task<RunMark?> MarkAsync(CompanyId company, long id, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var row = await context.Enrollments.AsNoTracking().FirstOrDefaultAsync(run => run.Id == id, cancellation);
        return row is null ? null : await MarkAsync(context, row, cancellation);
    }

    /// <summary>All of it; null when the company has no such run.</summary>
    public async Task<RunStory?> ReadAsync(CompanyId company, long id, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var row = await context.Enrollments.AsNoTracking().FirstOrDefaultAsync(run => run.Id == id, cancellation);
        if (row is null || await RunSearch.LinesAsync(context, [row], cancellation) is not [var line]) return null;
        var mark = await MarkAsync(context, row, cancellation);
        await plans.HoldAsync([new VersionId(row.VersionId)], cancellation);
        var plan = plans.Find(new VersionId(row.VersionId))?.Plan;
        var names = await CompanyDirectory.ReadAsync(context, cancellation);
        var messages = await context.Messages.AsNoTracking()
            .Where(message => message.EnrollmentId == id)
            .OrderBy(message => message.Id)
            .ToListAsync(cancellation);
        var done = await DoneAsync(context, id, plan, names, messages, cancellation);
        var decisions = await context.Decisions.AsNoTracking()
            .Where(decision => decision.CustomerId == row.CustomerId && decision.EnrollmentId == id)
            .OrderBy(decision => decision.Id)
            .ToListAsync(cancellation);
        var at = plan is not null && line.EndedAt is null && row.Cursor >= 0 && row.Cursor < plan.Steps.Length
            ? plan.Steps[row.Cursor]
            : null;
        var story = new RunStory
        {
            Line = line, Mark = mark, Steps = done, Names = names, Node = at?.Node, StandsOn = at?.Step.Sentence(names),
            Why = decisions.Find(decision => decision.Outcome == DecisionOutcome.Entered)?.Sentence ?? "The reason is no longer known.",
            Sending = at is null ? [] : Of(messages, at.Node, row.Pass),
            Later = plan is null || at is null ? [] : StepPlace.LaterOf(plan, at.Index, names),
        };
        if (plan is null
            || await versions.ReadAsync(context, new SequenceId(row.SequenceId), line.Version, cancellation) is not { } document)
            return story;
        var brought = await context.Events.AsNoTracking()
            .Where(happened => happened.CustomerId == row.CustomerId && happened.Seq == row.EnteredSeq)
            .Select(happened => happened.Name)
            .FirstOrDefaultAsync(cancellation);
        var way = WayOf(
            plan, done.IsEmpty ? at?.Node : done[0].Node, brought,
            decisions.FindLast(decision => decision.Outcome == DecisionOutcome.Stopped)?.DecidedBy);
        return story with { Document = document, Way = way };
    }

    /// <summary>A message of the run with its words; null when the run has no such message.</summary>
    public async Task<PreviewedMessage?> MessageAsync(CompanyId company, long run, long message, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var row = await context.Messages.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == message && one.EnrollmentId == run, cancellation);
        if (row is null) return null;
        var body = await context.MessageBodies.AsNoTracking().FirstOrDefaultAsync(one => one.MessageId == message, cancellation);
        return new PreviewedMessage(
            row.Node ?? "", row.Channel, row.To, row.Subject, body?.Html, body?.Text ?? "Its text is no longer stored.", row.Template,
            row.TemplateRevision, row.Part);
    }

    /// <param name="plan">Of its version.</param>
    /// <param name="first">The step it began with.</param>
    /// <param name="eventName">What brought it, if that is still known.</param>
    /// <param name="stop">The node that decided to stop it, if one did.</param>
    private static IReadOnlyCollection<string> WayOf(Plan plan, string? first, string? eventName, string? stop) =>
        [
            .. EntryPath.Of(plan, plan.Steps.FirstOrDefault(step => step.Node == first)?.Index ?? PlanStep.End, eventName),
            .. plan.Stops.Select(one => one.Node).Where(node => node == stop)
        ];

    private static async Task<RunMark> MarkAsync(FlowBuilderContext context, EnrollmentRow row, CancellationToken cancellation)
    {
        var last = await context.StepRuns.AsNoTracking()
            .Where(step => step.EnrollmentId == row.Id)
            .MaxAsync(step => (long?)step.Id, cancellation);
        var messages = await context.Messages.AsNoTracking().Where(message => message.EnrollmentId == row.Id).OrderBy(message => message.Id)
            .Select(
                message => new
                {
                    message.Id, message.State, message.Because, message.SentAt, message.OpenedAt, message.ClickedAt, message.BouncedAt
                })
            .ToListAsync(cancellation);
        return new RunMark(
            string.Create(CultureInfo.InvariantCulture, $"{row.State} {row.Hold} {row.Cursor} {row.Pass} {row.DueAt:O} {row.EndedAt:O}"),
            last, string.Join('\n', messages));
    }

    private static async Task<ImmutableArray<RunStep>> DoneAsync(
        FlowBuilderContext context, long id, Plan? plan, Names names, List<MessageRow> messages, CancellationToken cancellation)
    {
        var known = plan?.Steps.ToDictionary(step => step.Node, step => (Step)step.Step, StringComparer.Ordinal) ?? [];
        var rows = await context.StepRuns.AsNoTracking()
            .Where(step => step.EnrollmentId == id)
            .OrderBy(step => step.Id)
            .ToListAsync(cancellation);
        return [.. rows.Select(row =>
        {
            var step = known.GetValueOrDefault(row.Node);
            return new RunStep(
                row.Node, RunText.Whole(RunText.Plain(row, step, names)), row.At, row.Result, RunText.Decision(row.Port, step, names),
                row.Because, row.Port, row.Pass, Of(messages, row.Node, row.Pass));
        })];
    }

    private static ImmutableArray<RunMessage> Of(List<MessageRow> messages, string node, int pass) =>
        [.. messages.Where(message => message.Node == node && message.Pass == pass).Select(message => new RunMessage(
            message.Id, message.Channel, message.To, message.Subject, message.State, message.Because, message.SentAt, message.OpenedAt,
            message.ClickedAt, message.BouncedAt))];
}
