namespace FlowBuilder.Application.Keys;

/// <summary>A key somebody wants.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Scopes">Sending events alone, from a server or a page, or any of the others.</param>
/// <param name="Source">Whose events it brings; the name when empty.</param>
/// <param name="Lasts">How long it opens; null: until it is revoked.</param>
public sealed record KeyWish(string Name, KeyScopes Scopes, string? Source, TimeSpan? Lasts);
