using System.Text.Json;
using FlowBuilder.Core.Turns;
using FlowBuilder.Runtime.Storage.Model;

namespace FlowBuilder.Runtime.Sequences;

/// <summary>Writes who did what into the audit log, in the same commit as what was done.</summary>
public sealed class AuditTrail(IIdSource ids)
{
    /// <summary>Adds a line; the caller saves.</summary>
    /// <param name="context">The context of the change.</param>
    /// <param name="by">The person or key.</param>
    /// <param name="action">A verb such as <c>sequence.publish</c>.</param>
    /// <param name="subject">What it was done to.</param>
    /// <param name="details">Anything JSON can write.</param>
    public void Add(FlowBuilderContext context, string by, string action, string? subject, object? details = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.AuditLog.Add(new AuditLogRow
        {
            Id = ids.Next(), At = TimeProvider.System.GetUtcNow(), By = by, Action = action, Subject = subject,
            Details = details is null ? null : JsonSerializer.Serialize(details),
        });
    }
}
