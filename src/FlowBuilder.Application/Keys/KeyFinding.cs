namespace FlowBuilder.Application.Keys;

/// <summary>What a secret led to.</summary>
/// <param name="Key">The key it opens with; null when there is a fault.</param>
/// <param name="Fault">Why there is none.</param>
public readonly record struct KeyFinding(CompanyKey? Key, KeyFault Fault)
{
    public static KeyFinding Of(CompanyKey key) => new(key, KeyFault.None);

    public static KeyFinding No(KeyFault fault) => new(null, fault);
}

/// <summary>Why a secret opens nothing.</summary>
public enum KeyFault
{
    None,

    /// <summary>Nobody has it.</summary>
    Unknown,

    /// <summary>A character is missing or wrong.</summary>
    Mistyped,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Somebody took it back.</summary>
    Revoked,
}

/// <summary>The faults for whoever integrates. Only one who holds the whole key is told that it expired or was revoked.</summary>
public static class KeyFaults
{
    public static (string Code, string Words) Words(KeyFault fault) => fault switch
    {
        KeyFault.Mistyped => ("mistyped-key", "is not complete: a character is missing or wrong. Copy the whole key again."),
        KeyFault.Expired => ("expired-key", "has expired. Create a new one under Settings > API keys."),
        KeyFault.Revoked => ("revoked-key", "was revoked. Create a new one under Settings > API keys."),
        KeyFault.None or KeyFault.Unknown => ("unknown-key", "is missing or not recognized."),
    };
}
