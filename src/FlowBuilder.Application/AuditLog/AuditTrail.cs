using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.AuditLog;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Companies;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.AuditLog;

/// <summary>Writes who did what into the audit log, in the same commit as what was done. The
/// sealing is in <see cref="AuditChain"/>.</summary>
public sealed class AuditTrail(IDbContextFactory<FlowBuilderContext> contexts, TimeProvider clock)
{
    /// <summary>Adds a line to what the context saves next; the caller saves.</summary>
    /// <param name="context">The context of the change.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="action">A verb such as <c>sequence.publish</c>; filters and integrations hold it, so it never changes.</param>
    /// <param name="subject">Stable id of what it was done to.</param>
    /// <param name="words">What was done, as a sentence without its subject: “paused “Estimate follow-up””. Never a secret.</param>
    /// <param name="before">How it was, in words.</param>
    /// <param name="after">How it is now, in words.</param>
    public void Add(
        FlowBuilderContext context, Actor by, string action, string? subject, string words, string? before = null, string? after = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(by);
        context.OpenLines.Add(new AuditLogRow
        {
            CompanyId = context.CompanyNumber, At = clock.GetUtcNow(), ActorId = by.Id, By = by.Name, Action = action, Subject = subject,
            Words = words, Before = before, After = after,
        });
    }

    /// <summary>A line in a commit of its own, for what the engine has already done (a turn's commit holds no audit lines).</summary>
    public async Task AppendAsync(
        CompanyId company, Actor by, string action, string? subject, string words, string? before = null, string? after = null)
    {
        await using var context = contexts.CreateFor(company);
        Add(context, by, action, subject, words, before, after);
        await context.SaveChangesAsync(CancellationToken.None);
    }
}
