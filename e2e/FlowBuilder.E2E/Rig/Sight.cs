using Microsoft.Playwright;

namespace FlowBuilder.E2E.Rig;

/// <summary>When something came to be on a page: told by the page itself at the change of its
/// content, on the clock that browser and test share.</summary>
public static class Sight
{
    /// <summary>Looks until an expression holds. A page that is loaded anew meanwhile is a fault: what looked is gone with it.</summary>
    public static async Task<DateTimeOffset> UntilAsync(IPage page, string isSo)
    {
        ArgumentNullException.ThrowIfNull(page);
        var moment = await page.EvaluateAsync<double>($$"""
            new Promise(seen => {
              const look = () => { if ({{isSo}}) { watching.disconnect(); seen(Date.now()); } };
              const watching = new MutationObserver(look);
              watching.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
              look();
            })
            """).WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
        return DateTimeOffset.FromUnixTimeMilliseconds((long)moment);
    }

    /// <summary>Looks until a step of the drawing shows this number of customers; empty for none.</summary>
    public static Task<DateTimeOffset> OfCountAsync(IPage page, string node, string count) =>
        UntilAsync(page, $"document.querySelector(\"[data-node-id='{node}'] .fbc-badge\").textContent === '{count}'");

    /// <summary>Looks until the review queue shows a customer, or does not any more.</summary>
    public static Task<DateTimeOffset> OfReviewAsync(IPage page, string customer, bool isThere = true) =>
        UntilAsync(
            page,
            $"[...document.querySelectorAll('[data-testid=review]')].some(line => line.textContent.includes('{customer}')) === "
                + $"{(isThere ? "true" : "false")}");
}
