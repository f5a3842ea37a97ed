namespace FlowBuilder.Web.Keys;

/// <summary>A key somebody wants.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Scopes">Sending events alone, or any of the others: what stands in a website's code must not open more.</param>
/// <param name="Source">Whose events it brings; the name when empty.</param>
/// <param name="Lasts">How long it opens; null: until it is revoked.</param>
public sealed record KeyWish(string Name, KeyScopes Scopes, string? Source, TimeSpan? Lasts);
