using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Core.Steps;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Sequences;
using FlowBuilder.Storage.Ports;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences;

/// <summary>
/// Turns a draft into a numbered, frozen version that customers enter from then on. Those inside stay on theirs. A paused
/// sequence stays paused, with the new version waiting.
/// </summary>
public sealed class PublishSequence(
    IDbContextFactory<FlowBuilderContext> contexts, SequenceDocumentJson documents, PlanCompiler compiler, PlanJson plans, IEngine engine,
    NewIds ids, IInlineTexts texts, ProductClock clock, AuditTrail audit)
{
    /// <summary>More customers than this entering at one moment have to be confirmed.</summary>
    public const int AsksAbove = 1_000;

    /// <summary>Publishes the draft as it is now.</summary>
    /// <param name="access">The opened sequence.</param>
    /// <param name="confirmed">The number of customers the publisher was shown and agreed to; null when nobody asked yet.</param>
    /// <param name="cancellation">Gives up before anything is written.</param>
    public async Task<PublishAnswer> PublishAsync(SequenceAccess access, int? confirmed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(access);
        var (company, sequence, by) = (access.Company, access.Sequence, access.By);
        await using var context = contexts.CreateFor(company);
        var row = await context.Sequences.FirstOrDefaultAsync(one => one.Id == sequence.Value, cancellation);
        if (row is null) return new SequenceRefusal.NotFound();
        if (!access.Opens(row)) return new SequenceRefusal.PasswordNeeded();
        if (row.State == SequenceState.Archived)
            return new SequenceRefusal.WrongState("The sequence is archived. Copy it to publish it again.");

        var directory = await CompanyDirectory.ReadAsync(context, cancellation);
        var document = documents.Read(row.Draft).Document
            ?? throw new InvalidOperationException($"The stored draft of sequence {sequence} cannot be read.");
        var compilation = compiler.Compile(document, directory.Surroundings(clock.Now, texts));
        if (compilation.Plan is not { } plan) return new PublishAnswer.NotPublishable(compilation.Diagnostics);
        var atOnce = await EnteringAtOnceAsync(context, plan, cancellation);
        if (atOnce > AsksAbove && confirmed != atOnce) return new PublishAnswer.Asks(atOnce);

        var version = new SequenceVersionRow
        {
            Id = await ids.NextAsync(cancellation), SequenceId = row.Id, Number = row.VersionNumber + 1, Document = row.Draft,
            Plan = PlanBinding.Apply(plans.Write(plan), compilation.Bindings), PlanHash = plan.Hash,
            PublishedAt = clock.Now, PublishedBy = by.Name,
        };
        row.VersionNumber = version.Number;
        if (row.State == SequenceState.Draft) row.State = SequenceState.Live;
        context.SequenceVersions.Add(version);
        audit.Add(
            context, by, "sequence.publish", row.Id.ToString("D"), $"published “{row.Title}” as version {version.Number}",
            version.Number == 1 ? null : $"version {version.Number - 1}", $"version {version.Number}");
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new SequenceRefusal.Stale(row.DraftRevision);
        }

        await engine.RefreshAsync(company, CancellationToken.None);
        await engine.AskEveryoneAsync(company, new TurnInput.Reschedule(new VersionId(version.Id)), CancellationToken.None);
        return new PublishAnswer.Published(version.Number, version.PlanHash, compilation.Diagnostics);
    }

    /// <summary>How many customers one moment would bring in together: everybody, for a trigger that is the same instant for all.</summary>
    private static async Task<int> EnteringAtOnceAsync(FlowBuilderContext context, Plan plan, CancellationToken cancellation) =>
        plan.EntryRules.Any(rule => rule is EntryRule.Fires { Trigger: ClockTrigger trigger } && SameForAll(trigger))
            ? await context.Customers.CountAsync(cancellation)
            : 0;

    /// <summary>A clock trigger that depends on nothing of the customer.</summary>
    private static bool SameForAll(ClockTrigger trigger) =>
        trigger.GetType().GetCustomAttributes(typeof(StepAttribute), inherit: false) is [StepAttribute { Id: "at-time" }];
}
