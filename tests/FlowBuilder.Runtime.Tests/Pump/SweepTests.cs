using System.Threading.Channels;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Pump;
using FlowBuilder.Storage.Model;
using FlowBuilder.Testing.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Pump;

public sealed class SweepTests
{
    private const int Customers = (2 * Sweeps.PageSize) + 10;

    [Fact]
    public async Task A_sweep_puts_no_more_than_a_page_before_what_others_send()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var engine = await EngineHost.StartAsync([]);
        await engine.HappenAsync([.. Enumerable.Range(0, Customers).Select(number => engine.Identify($"c-{number}", "{}"))]);
        var asked = Channel.CreateUnbounded<(CustomerId Customer, TaskCompletionSource<TurnAnswer> Answer)>();
        var sweeps = new Sweeps(engine.Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>(), NullLogger<Sweeps>.Instance);
        await sweeps.BeginAsync(engine.Company, new TurnInput.Reschedule(new VersionId(1)), AskAsync, cancellation);

        var seen = new HashSet<CustomerId>();
        for (var left = Customers; left > 0; left -= Sweeps.PageSize)
        {
            var page = new List<TaskCompletionSource<TurnAnswer>>();
            while (page.Count < Math.Min(left, Sweeps.PageSize))
            {
                var (customer, answer) = await asked.Reader.ReadAsync(cancellation);
                seen.Add(customer).ShouldBeTrue("no one is asked twice");
                page.Add(answer);
            }

            asked.Reader.TryRead(out _).ShouldBeFalse("the next page waits until every customer of this one has had a turn");
            foreach (var answer in page) answer.SetResult(TurnAnswer.Ok);
        }

        await sweeps.DrainAsync(cancellation);
        seen.Count.ShouldBe(Customers);

        Task<TurnAnswer> AskAsync(CompanyId company, CustomerId customer, TurnInput input, CancellationToken stopping)
        {
            var answer = new TaskCompletionSource<TurnAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
            asked.Writer.TryWrite((customer, answer));
            return answer.Task;
        }
    }
}
