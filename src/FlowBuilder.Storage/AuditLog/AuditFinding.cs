namespace FlowBuilder.Storage.AuditLog;

/// <summary>The first line that is not as it was written.</summary>
/// <param name="Line">Its place; where a line is missing, the place it should stand at.</param>
/// <param name="Fault">What is wrong there.</param>
public sealed record AuditFinding(long Line, AuditFault Fault);

/// <summary>What a check can find.</summary>
public enum AuditFault
{
    /// <summary>The line, or one before it, was changed, removed or slipped in.</summary>
    Broken,

    /// <summary>The line is sealed with a key the program was not given: it cannot be checked.</summary>
    KeyMissing,

    /// <summary>The line carries no key although all lines do since the program knows of keys: the log was written anew.</summary>
    Unkeyed,

    /// <summary>A seal tells of a line that is not there any more: the newest lines were cut off.</summary>
    CutOff,

    /// <summary>The line is another one than the seal tells of.</summary>
    OtherThanSealed,

    /// <summary>The seal was not made by this program for this company, or was changed.</summary>
    FalseSeal,
}
