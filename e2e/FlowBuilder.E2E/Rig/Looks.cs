using Microsoft.Playwright;

namespace FlowBuilder.E2E.Rig;

/// <summary>Pictures of one page as it looks elsewhere, without signing in again.</summary>
public static class Looks
{
    /// <summary>From now on the pages are dark, as if the person had chosen that.</summary>
    public static Task DarkAsync(this Visitor visitor, Site site)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        ArgumentNullException.ThrowIfNull(site);
        return visitor.Page.Context.AddCookiesAsync([new Cookie { Name = "look", Value = "dark", Url = site.Address.ToString() }]);
    }

    /// <summary>The address on a phone and, dark, on a desk.</summary>
    public static async Task PicturesAsync(this Visitor visitor, Site site, string address, string name)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        await visitor.Page.SetViewportSizeAsync(390, 844);
        await visitor.OpenAsync(address);
        // A frame that was never in sight is not painted.
        foreach (var frame in await visitor.Page.Locator("iframe").AllAsync()) await frame.ScrollIntoViewIfNeededAsync();
        await visitor.PictureAsync($"{name}-phone");
        await visitor.DarkAsync(site);
        await visitor.Page.SetViewportSizeAsync(1280, 800);
        await visitor.OpenAsync(address);
        await visitor.PictureAsync($"{name}-dark");
        await visitor.Page.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = "look" });
    }
}
