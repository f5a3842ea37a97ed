using System.Reflection;
using Bunit;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Components.Designer.Model;
using FlowBuilder.Web.Components.Elements;
using FlowBuilder.Web.Live;
using FlowBuilder.Web.Tests.Components.Runs;
using FlowBuilder.Web.Tests.Live;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Elements;

/// <summary>Every component that watches anything, each drawn and left: what it began ends with it.</summary>
public sealed class Live_screens_leave_nothing_behind(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly Actor Visitor = new("visitor", "Vera Visitor");

    private readonly LiveFeed _feed = new(TimeProvider.System);

    public static TheoryData<string> Names => [.. LiveScreen.Cases.Keys.Select(component => component.Name)];

    [Fact]
    public void Each_live_component_has_a_case() =>
        typeof(LiveHub).Assembly.GetTypes()
            .Where(
                type =>
                    type is { IsAbstract: false }
                    && type.IsSubclassOf(typeof(ComponentBase))
                    && (type.IsSubclassOf(typeof(LiveComponent)) || MembersOf(type).Any(IsLive)))
            .Select(type => type.Name).Order()
            .ShouldBe(LiveScreen.Cases.Keys.Select(component => component.Name).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task When_it_is_left(string component)
    {
        await using var screen = await LiveScreen.OpenAsync(host, "manager", _feed);
        var world = await RunWorld.MakeAsync(host);
        CaseOf(component)(screen, world);
        await LiveRig.UntilAsync(() => _feed.Watchers > 0);
        await screen.DisposeComponentsAsync();
        _feed.Watchers.ShouldBe(0);
        screen.Services
            .GetRequiredService<DesignPresence>()
            .Others(new CompanyId(1), LiveScreen.SequenceOf(world), Visitor).ShouldBeEmpty();
    }

    /// <summary>Somebody clicks on, before it is known who they are and what they may see.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task When_it_is_left_before_it_has_come(string component)
    {
        SlowSignIn gate = default!;
        await using var screen = await LiveScreen.OpenAsync(host, "manager", _feed, services => gate = new SlowSignIn(services));
        var world = await RunWorld.MakeAsync(host);
        CaseOf(component)(screen, world);
        _feed.Watchers.ShouldBe(0);
        await screen.DisposeComponentsAsync();
        await gate.OpenAsync(screen.Renderer.Dispatcher);
        _feed.Watchers.ShouldBe(0);
        screen.Services
            .GetRequiredService<DesignPresence>()
            .Others(new CompanyId(1), LiveScreen.SequenceOf(world), Visitor).ShouldBeEmpty();
    }

    private static Action<Screen, RunWorld> CaseOf(string component) => LiveScreen.Cases.Single(one => one.Key.Name == component).Value;

    private static IEnumerable<Type> MembersOf(Type component) =>
        component.GetMembers(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Select(
                member => member switch { PropertyInfo property => property.PropertyType, FieldInfo field => field.FieldType, _ => null })
            .OfType<Type>();

    private static bool IsLive(Type type) =>
        type == typeof(LiveFeed)
        || type == typeof(LiveWatcher)
        || type == typeof(ScreenSubscriptions)
        || (type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(Presence<>));

    /// <summary>Who is signed in is known only when the test says so.</summary>
    private sealed class SlowSignIn : AuthenticationStateProvider
    {
        private readonly TaskCompletionSource _open = new();
        private readonly AuthenticationStateProvider _real;

        public SlowSignIn(IServiceCollection services)
        {
            _real = (AuthenticationStateProvider)services.Last(
                service => service.ServiceType == typeof(AuthenticationStateProvider)).ImplementationInstance!;
            services.AddSingleton<AuthenticationStateProvider>(this);
        }

        public override async Task<AuthenticationState> GetAuthenticationStateAsync()
        {
            await _open.Task;
            return await _real.GetAuthenticationStateAsync();
        }

        /// <summary>Says so, and lets everything go on that waited for it.</summary>
        public async Task OpenAsync(Dispatcher screen)
        {
            _open.SetResult();
            for (var turn = 0; turn < 100; turn++) await screen.InvokeAsync(Task.Yield);
        }
    }
}
