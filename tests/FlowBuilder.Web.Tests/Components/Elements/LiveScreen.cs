using Bunit;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Components.Designer;
using FlowBuilder.Web.Components.Designer.Model;
using FlowBuilder.Web.Components.Designer.Now;
using FlowBuilder.Web.Components.Home;
using FlowBuilder.Web.Components.Notifications;
using FlowBuilder.Web.Components.Reviews;
using FlowBuilder.Web.Components.Runs;
using FlowBuilder.Web.Components.Runs.Activity;
using FlowBuilder.Web.Components.Sequences.Versions;
using FlowBuilder.Web.Tests.Components.Runs;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Web.Tests.Components.Elements;

/// <summary>Screens that watch, on a feed of their own: each watcher is a channel that the test writes into by touching a topic.</summary>
internal static class LiveScreen
{
    /// <summary>How to draw each component that watches anything.</summary>
    public static readonly IReadOnlyDictionary<Type, Action<Screen, RunWorld>> Cases = new Dictionary<Type, Action<Screen, RunWorld>>
    {
        [typeof(Bell)] = (screen, _) => screen.Render<Bell>(
            bell =>
                bell.AddCascadingValue(screen.Services.GetRequiredService<AuthenticationStateProvider>().GetAuthenticationStateAsync())),
        [typeof(HomePage)] = (screen, _) => screen.Render<HomePage>(),
        [typeof(NotificationsPage)] = (screen, _) => screen.Render<NotificationsPage>(),
        [typeof(ReviewsPage)] = (screen, _) => screen.Render<ReviewsPage>(),
        [typeof(ActivityPage)] = (screen, _) => screen.Render<ActivityPage>(),
        [typeof(RunPage)] = (screen, world) => screen.Render<RunPage>(page => page.Add(one => one.Run, world.Run)),
        [typeof(DesignerPage)] = (screen, world) => screen.Render<DesignerPage>(page => page.Add(one => one.Id, world.Sequence)),
        [typeof(NowFeed)] = (screen, world) => screen.Render<NowFeed>(
            feed => feed.Add(one => one.Sequence, SequenceOf(world))
                .Add(one => one.Knows, _ => true)
                .Add(one => one.Go, _ => Task.CompletedTask)),
        [typeof(PeopleAtStep)] = (screen, world) => screen.Render<PeopleAtStep>(
            people =>
                people.Add(one => one.Sequence, SequenceOf(world)).Add(one => one.Node, "w").Add(one => one.Title, "Wait for a while")),
    };

    /// <summary>A screen on which live components can be drawn as on a circuit.</summary>
    /// <param name="host">The program behind it.</param>
    /// <param name="role">Of who sits there.</param>
    /// <param name="feed">What the components watch.</param>
    /// <param name="replace">Puts doubles in the place of the program's services.</param>
    public static async Task<Screen> OpenAsync(ApiHost host, string role, LiveFeed feed, Action<IServiceCollection>? replace = null)
    {
        var screen = await Screen.OpenAsync(host, role);
        screen.Services
            .AddSingleton(feed)
            .AddSingleton(new ReviewPresence(feed))
            .AddSingleton(new DesignPresence(feed))
            .AddScoped<DesignRooms>()
            .AddScoped<PendingRestores>()
            .AddScoped<RunActions>()
            .AddSingleton<RunReader>()
            .AddSingleton(TimeProvider.System);
        Take<IPlanCache>();
        Take<StepJson>();
        Take<PlanCompiler>();
        Take<DesignClipboard>();
        replace?.Invoke(screen.Services);
        screen.JSInterop
            .SetupModule("./_content/FlowBuilder.Canvas/js/canvas.js")
            .SetupModule(invocation => invocation.Identifier == "attach").Mode =
            JSRuntimeMode.Loose;
        screen.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return screen;

        void Take<T>()
            where T : class => screen.Services.AddSingleton(host.Services.GetRequiredService<T>());
    }

    public static SequenceId SequenceOf(RunWorld world) => new(Guid.Parse(world.Sequence));
}
