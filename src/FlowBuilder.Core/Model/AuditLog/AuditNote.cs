using FlowBuilder.Core.Model.Companies;

namespace FlowBuilder.Core.Model.AuditLog;

/// <summary>
/// What the audit log is to say of an input, as data: the line stands in the very commit of what it tells of, or in none. It names no
/// customer but by number and holds nothing a customer said: lines stay for ever, a person can be erased.
/// </summary>
/// <param name="By">Who asks.</param>
/// <param name="Action">A verb such as <c>enrollment.stop</c>; filters and integrations hold it, so it never changes.</param>
/// <param name="Subject">Stable id of what it is done to.</param>
/// <param name="Words">What was done, as a sentence without its subject.</param>
public sealed record AuditNote(Actor By, string Action, string? Subject, string Words);
