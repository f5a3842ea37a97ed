namespace FlowBuilder.Web.Components.Elements;

/// <summary>
/// For what writes. A click that began to write is carried through although the page is left meanwhile: cut in two, nobody could tell the
/// person whether it was stored, and caches would not hear of it. What only reads takes <c>ScreenComponent.Ended</c> instead.
/// </summary>
internal static class Uninterrupted
{
    /// <summary>Is never cancelled.</summary>
    public static CancellationToken Token => CancellationToken.None;
}
