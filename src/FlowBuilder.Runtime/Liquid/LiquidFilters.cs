using FlowBuilder.Runtime.Liquid.Filters;
using Scriban.Runtime;

namespace FlowBuilder.Runtime.Liquid;

/// <summary>Every standard filter of Liquid, as Shopify documents it, in place of the library's:
/// one idea of number, of missing and of equal in all of them.</summary>
internal static class LiquidFilters
{
    internal static void AddTo(IScriptObject builtins)
    {
        foreach (var (name, apply) in (IEnumerable<(string, Func<FilterCall, object?>)>)[
            .. NumberFilters.All, .. TextFilters.All, .. ListFilters.All, .. MarkupFilters.All
        ])
        {
            builtins.SetReadOnly(name, false);
            builtins.TrySetValue(
                null!, default, name, new CountedFilter(new LiquidFilter(name, apply), CountedFilter.Weight.Of(name)), true);
        }
    }
}
