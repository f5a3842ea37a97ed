using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Layout;

/// <summary>Tells one page view from the next. Most pages begin anew with each address; one that
/// stays is told apart by its path alone.</summary>
internal static class PageKey
{
    public static string Of(NavigationManager navigation, Microsoft.AspNetCore.Components.RouteData? route)
    {
        var path = navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0];
        return route?.PageType.IsDefined(typeof(StaysAttribute)) == true ? path : navigation.Uri;
    }
}
