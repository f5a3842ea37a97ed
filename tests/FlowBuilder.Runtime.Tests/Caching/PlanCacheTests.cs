using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Caching;
using FlowBuilder.Runtime.Tests.Pump;
using FlowBuilder.Steps;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Testing.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Caching;

/// <summary>Looking a plan up reads nothing: what a turn or screen needs is read before.</summary>
public sealed class PlanCacheTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_older_version_is_found_once_it_is_held_and_stays_held_when_the_company_is_read_again()
    {
        await using var host = await EngineHost.StartAsync([new RecordingChannel()]);
        var (older, newer) = await PublishTwiceAsync(host);
        var cache = new PlanCache(host.Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>(), Catalogue.Steps);
        await cache.RefreshAsync(host.Company, Cancellation);
        cache.Find(newer)!.Number.ShouldBe(2);
        cache.Find(older).ShouldBeNull("nobody needs it yet");

        await cache.HoldAsync([older, newer, new VersionId(999_999)], Cancellation);
        cache.Find(older)!.Number.ShouldBe(1);
        cache.Find(new VersionId(999_999)).ShouldBeNull();

        await using var context = host.Context();
        await context.Sequences.ExecuteUpdateAsync(set => set.SetProperty(row => row.Title, "Another name"), Cancellation);
        await cache.RefreshAsync(host.Company, Cancellation);
        cache.Find(older)!.Title.ShouldBe("Another name");
        cache.Find(older)!.LiveNumber.ShouldBe(2);
    }

    [Fact]
    public async Task A_run_on_an_older_version_goes_on_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("flowbuilder-").FullName;
        try
        {
            var email = new RecordingChannel();
            await using (var host = await EngineHost.StartAsync([email], folder))
            {
                await host.AddTemplateAsync("reminder", Core.Model.Messages.Channel.Email, "Your estimate", "<p>Hello</p>", "Hello");
                await host.PublishAsync(Sample.FollowUp);
                await Sample.SendEstimateAsync(host, "ann", "E-1");
                await PublishAgainAsync(host);
            }

            await using var again = await EngineHost.StartAsync([email], folder);
            await again.AdvanceAsync(TimeSpan.FromDays(3));
            await using var context = again.Context();
            (await context.Messages.CountAsync(Cancellation)).ShouldBe(1, "the reminder of the version she entered");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(VersionId Older, VersionId Newer)> PublishTwiceAsync(EngineHost host)
    {
        await host.PublishAsync(Sample.FollowUp);
        await PublishAgainAsync(host);
        await using var context = host.Context();
        var versions = await context.SequenceVersions
            .OrderBy(version => version.Number)
            .Select(version => version.Id)
            .ToListAsync(Cancellation);
        return (new VersionId(versions[0]), new VersionId(versions[1]));
    }

    /// <summary>Publishes what there is once more: from then on the first version is an older one.</summary>
    private static async Task PublishAgainAsync(EngineHost host)
    {
        await using var context = host.Context();
        var first = await context.SequenceVersions.AsNoTracking().SingleAsync(Cancellation);
        var sequence = await context.Sequences.SingleAsync(Cancellation);
        first.Id = await host.Services.GetRequiredService<NewIds>().NextAsync(Cancellation);
        first.Number = sequence.VersionNumber = 2;
        context.SequenceVersions.Add(first);
        await context.SaveChangesAsync(Cancellation);
        await host.Engine.RefreshAsync(host.Company, Cancellation);
    }
}
