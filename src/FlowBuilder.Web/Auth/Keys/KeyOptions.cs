namespace FlowBuilder.Web.Auth.Keys;

/// <summary>One entry of the configuration list <c>Keys</c>. Only the hash of the secret is configured.</summary>
public sealed class KeyOptions
{
    /// <summary>A name people recognise.</summary>
    public string Name { get; set; } = "";

    /// <summary>Number of the company it belongs to.</summary>
    public int Company { get; set; }

    /// <summary>Name of the source for events; the key's name when empty.</summary>
    public string? Source { get; set; }

    /// <summary>Any of <c>ingest</c>, <c>browser</c> (sends events from a page), <c>read</c>, <c>manage</c>, <c>approve</c>.</summary>
    public IList<string> Scopes { get; } = [];

    /// <summary>SHA-256 of the secret (UTF-8), 64 hexadecimal digits. Secrets must be long and
    /// random: a fast hash protects nothing else.</summary>
    public string Sha256 { get; set; } = "";
}
