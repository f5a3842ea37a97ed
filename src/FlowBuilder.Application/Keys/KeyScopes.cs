namespace FlowBuilder.Application.Keys;

/// <summary>What a key may do. A key may have several.</summary>
[Flags]
public enum KeyScopes
{
    None = 0,

    /// <summary>Send events to <c>/v1</c>.</summary>
    Ingest = 1,

    /// <summary>Read everything of the company on <c>/api/v1</c>.</summary>
    Read = 2,

    /// <summary>Change customers, sequences, messages, to-dos and templates.</summary>
    Manage = 4,

    /// <summary>Approve and reject reviews.</summary>
    Approve = 8,

    /// <summary>With <see cref="Ingest"/>: the key may stand in the code of a page, and does only
    /// what no one could harm others with. Without it an event key is a server's.</summary>
    Browser = 16,
}
