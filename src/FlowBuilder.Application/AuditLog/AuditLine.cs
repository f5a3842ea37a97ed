using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Application.AuditLog;

/// <summary>A line of a company's audit log.</summary>
/// <param name="Id">Its place in the chain, 1 the first.</param>
/// <param name="At">When it was done.</param>
/// <param name="ActorId">Stable id of who did it.</param>
/// <param name="By">Who did it, by name.</param>
/// <param name="Action">The verb, such as <c>sequence.publish</c>.</param>
/// <param name="Subject">Stable id of what it was done to.</param>
/// <param name="Words">What was done, as a sentence without its subject.</param>
/// <param name="Before">How it was, in words.</param>
/// <param name="After">How it was then, in words.</param>
/// <param name="Hash">The seal of the line.</param>
public sealed record AuditLine(
    long Id, DateTimeOffset At, string ActorId, string By, string Action, string? Subject, string Words, string? Before, string? After,
    string Hash)
{
    internal static AuditLine Of(AuditLogRow row) =>
        new(row.Id, row.At, row.ActorId, row.By, row.Action, row.Subject, row.Words, row.Before, row.After, row.Hash);
}
