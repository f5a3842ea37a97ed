using System.Collections.Immutable;
using System.Globalization;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Runtime.Sequences;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Enrollments;
using FlowBuilder.Storage.Model.Messages;
using FlowBuilder.Web.Sequences.Versions;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Runs;

/// <summary>Reads one run, as the company of the context has it. Everything is found by a key; nothing here grows with the number of runs.</summary>
internal sealed class RunReading(IPlanShelf plans, VersionReading versions, StepJson steps)
{
    /// <summary>What the run is at; null when the company has no such run.</summary>
    public static async Task<RunMark?> MarkAsync(FlowBuilderContext context, long id, CancellationToken cancellation)
    {
        var row = await context.Enrollments.AsNoTracking().FirstOrDefaultAsync(run => run.Id == id, cancellation);
        return row is null ? null : await MarkAsync(context, row, cancellation);
    }

    /// <summary>All of it; null when the company has no such run.</summary>
    public async Task<RunView?> ReadAsync(FlowBuilderContext context, long id, CancellationToken cancellation)
    {
        var row = await context.Enrollments.AsNoTracking().FirstOrDefaultAsync(run => run.Id == id, cancellation);
        if (row is null || await RunSearch.LinesAsync(context, [row], cancellation) is not [var line]) return null;
        var mark = await MarkAsync(context, row, cancellation);
        var plan = plans.Find(new VersionId(row.VersionId))?.Plan;
        var names = await CompanyDirectory.ReadAsync(context, cancellation);
        var messages = await context.Messages.AsNoTracking().Where(message => message.EnrollmentId == id).OrderBy(message => message.Id).ToListAsync(cancellation);
        var done = await DoneAsync(context, id, plan, names, messages, cancellation);
        var decisions = await context.Decisions.AsNoTracking().Where(decision => decision.CustomerId == row.CustomerId && decision.EnrollmentId == id).OrderBy(decision => decision.Id).ToListAsync(cancellation);
        var at = plan is not null && line.EndedAt is null && row.Cursor >= 0 && row.Cursor < plan.Steps.Length ? plan.Steps[row.Cursor] : null;
        var view = new RunView
        {
            Line = line, Mark = mark, Steps = done, StandsOn = at?.Step.Sentence(names),
            Why = decisions.Find(decision => decision.Outcome == DecisionOutcome.Entered)?.Sentence ?? "Why is no longer known.",
            Sending = at is null ? [] : Of(messages, at.Node, row.Pass),
            Later = plan is null || at is null ? [] : StepPlace.LaterOf(plan, at.Index, names),
        };
        if (plan is null || await versions.ReadAsync(context, new SequenceId(row.SequenceId), line.Version, cancellation) is not { } document) return view;
        var brought = await context.Events.AsNoTracking().Where(happened => happened.CustomerId == row.CustomerId && happened.Seq == row.EnteredSeq).Select(happened => happened.Name).FirstOrDefaultAsync(cancellation);
        var way = RunDrawing.Way(plan, done.IsEmpty ? at?.Node : done[0].Node, brought, decisions.FindLast(decision => decision.Outcome == DecisionOutcome.Stopped)?.DecidedBy);
        return view with { Cards = RunDrawing.Cards(document, steps.Catalog, names, way, done, at?.Node), Edges = RunDrawing.Edges(document, way, done, at?.Node) };
    }

    /// <summary>A message of the run with its words; null when the run has no such message.</summary>
    public static async Task<PreviewedMessage?> MessageAsync(FlowBuilderContext context, long run, long message, CancellationToken cancellation)
    {
        var row = await context.Messages.AsNoTracking().FirstOrDefaultAsync(one => one.Id == message && one.EnrollmentId == run, cancellation);
        if (row is null) return null;
        var body = await context.MessageBodies.AsNoTracking().FirstOrDefaultAsync(one => one.MessageId == message, cancellation);
        return new PreviewedMessage(row.Node ?? "", row.Channel, row.To, row.Subject, body?.Html, body?.Text ?? "What it said is no longer kept.", row.Template, row.TemplateRevision, row.Part);
    }

    private static async Task<RunMark> MarkAsync(FlowBuilderContext context, EnrollmentRow row, CancellationToken cancellation)
    {
        var last = await context.StepRuns.AsNoTracking().Where(step => step.EnrollmentId == row.Id).MaxAsync(step => (long?)step.Id, cancellation);
        var messages = await context.Messages.AsNoTracking().Where(message => message.EnrollmentId == row.Id).OrderBy(message => message.Id)
            .Select(message => new { message.Id, message.State, message.Because, message.SentAt, message.OpenedAt, message.ClickedAt, message.BouncedAt }).ToListAsync(cancellation);
        return new RunMark(string.Create(CultureInfo.InvariantCulture, $"{row.State} {row.Hold} {row.Cursor} {row.Pass} {row.DueAt:O} {row.EndedAt:O}"), last, string.Join('\n', messages));
    }

    private static async Task<ImmutableArray<RunStep>> DoneAsync(FlowBuilderContext context, long id, Plan? plan, Names names, List<MessageRow> messages, CancellationToken cancellation)
    {
        var known = plan?.Steps.ToDictionary(step => step.Node, step => (Step)step.Step, StringComparer.Ordinal) ?? [];
        var rows = await context.StepRuns.AsNoTracking().Where(step => step.EnrollmentId == id).OrderBy(step => step.Id).ToListAsync(cancellation);
        return [.. rows.Select(row =>
        {
            var step = known.GetValueOrDefault(row.Node);
            return new RunStep(row.Node, RunWords.Whole(RunWords.Plain(row, step, names)), row.At, row.Result, RunWords.Decision(row.Port, step, names), row.Because, row.Port, row.Pass, Of(messages, row.Node, row.Pass));
        })];
    }

    private static ImmutableArray<RunMessage> Of(List<MessageRow> messages, string node, int pass) =>
        [.. messages.Where(message => message.Node == node && message.Pass == pass).Select(message => new RunMessage(
            message.Id, message.Channel, message.To, message.Subject, message.State, message.Because, message.SentAt, message.OpenedAt, message.ClickedAt, message.BouncedAt))];
}
