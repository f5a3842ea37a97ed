using FlowBuilder.E2E.Rig;

namespace FlowBuilder.E2E.Speed;

/// <summary>What a page that is open and idle keeps in the program.</summary>
internal static class IdleCircuits
{
    /// <summary>Managed bytes per page: collected memory of the process with so many pages open,
    /// less that with the same tabs showing no page of ours.</summary>
    public static async Task<long> MeasureAsync(Chromium chromium, Site site, string address, int pages)
    {
        await using var olive = await Visitor.ComeAsync(chromium, site);
        await olive.SignInAsync("olive");
        await olive.OpenAsync(address);
        var tabs = new List<Microsoft.Playwright.IPage>();
        for (var tab = 0; tab < pages; tab++)
        {
            tabs.Add(await olive.Page.Context.NewPageAsync());
            await tabs[^1].GotoAsync("health/live");
        }

        var before = Collected();
        foreach (var tab in tabs)
        {
            await tab.GotoAsync(address);
            await tab.WaitForSelectorAsync("[data-alive]", new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
        }

        return (Collected() - before) / pages;
    }

    private static long Collected()
    {
        for (var time = 0; time < 3; time++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
