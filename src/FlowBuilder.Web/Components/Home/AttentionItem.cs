namespace FlowBuilder.Web.Components.Home;

/// <summary>Something that needs somebody's eye.</summary>
/// <param name="Id">For tests.</param>
/// <param name="Count">How many.</param>
/// <param name="Words">Of what, read after the number.</param>
/// <param name="Address">Where it can be looked at.</param>
internal sealed record AttentionItem(string Id, int Count, string Words, string Address);
