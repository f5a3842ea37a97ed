namespace FlowBuilder.Application.AuditLog;

/// <summary>From where the call under way comes.</summary>
public interface IWhereFrom
{
    /// <summary>The network address; null when no call is under way, or it is not known.</summary>
    string? Address { get; }
}
