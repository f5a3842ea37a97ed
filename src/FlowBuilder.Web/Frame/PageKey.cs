using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Frame;

/// <summary>Tells one page view from the next. Most pages begin anew with each address; those on which one works on while the rest of the address changes are told apart by their path alone.</summary>
internal static class PageKey
{
    private static readonly HashSet<string> Lasting = new(StringComparer.OrdinalIgnoreCase) { "automations/reviews" };

    public static string Of(NavigationManager navigation)
    {
        var path = navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0];
        return Lasting.Contains(path.TrimEnd('/')) ? path : navigation.Uri;
    }
}
