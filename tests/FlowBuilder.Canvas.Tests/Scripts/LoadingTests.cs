using System.Text.RegularExpressions;
using FlowBuilder.Canvas.Tests.Rig;
using FlowBuilder.E2E.Rig;

namespace FlowBuilder.Canvas.Tests.Scripts;

/// <summary>How the modules come into a browser.</summary>
[Collection(typeof(InTheBrowser))]
public sealed class LoadingTests(Chromium chromium)
{
    /// <summary>Not one module is let through before the last was asked for: a browser that learned
    /// of one from another would wait for ever.</summary>
    [Fact]
    public async Task All_modules_are_asked_for_at_once_and_each_only_once()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        var sent = Modules.Sent();
        var asked = new List<string>();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await artist.Page.RouteAsync("**/_content/FlowBuilder.Canvas/js/**", async route =>
        {
            lock (asked)
            {
                asked.Add(new Uri(route.Request.Url).AbsolutePath);
                if (asked.Count == sent.Count) all.SetResult();
            }

            await all.Task;
            await route.ContinueAsync();
        });
        await artist.OpenAsync();
        // A fingerprint stands in each address, so that it may be kept for ever.
        const string Fingerprint = @"(?<=/[a-z]+)\.[0-9a-z]{10}(?=\.js$)";
        asked.ShouldAllBe(path => Regex.IsMatch(path, Fingerprint));
        asked.Select(path => Regex.Replace(path, Fingerprint, ""))
            .ShouldBe(sent.Select(module => $"/_content/FlowBuilder.Canvas/js/{module}"), ignoreOrder: true);
        artist.Faults.ShouldBeEmpty();
    }
}
