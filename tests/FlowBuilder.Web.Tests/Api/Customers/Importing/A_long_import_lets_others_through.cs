using FlowBuilder.Web.Api.Customers;
using FlowBuilder.Web.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Customers.Importing;

public sealed class A_long_import_lets_others_through
{
    private readonly FakeTimeProvider _clock = new();
    private readonly QuietEngine _engine = new();

    [Fact]
    public async Task The_next_rows_go_in_at_once_while_the_pumps_keep_up()
    {
        Waiting(ImportPace.MostWaiting);
        await new ImportPace(_engine, _clock).WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_next_rows_wait_until_the_pumps_have_worked_off_those_before()
    {
        Waiting(ImportPace.MostWaiting + 1);
        var waiting = new ImportPace(_engine, _clock).WaitAsync(TestContext.Current.CancellationToken);
        _clock.Advance(ImportPace.Longest / 2);
        waiting.IsCompleted.ShouldBeFalse();
        Waiting(0);
        _clock.Advance(ImportPace.Longest / 4);
        await waiting;
    }

    [Fact]
    public async Task An_import_goes_on_slowly_when_others_keep_the_pumps_busy()
    {
        Waiting(1_000_000);
        var waiting = new ImportPace(_engine, _clock).WaitAsync(TestContext.Current.CancellationToken);
        waiting.IsCompleted.ShouldBeFalse();
        _clock.Advance(ImportPace.Longest);
        await waiting;
    }

    private void Waiting(int things) => _engine.Progress = _engine.Progress with { Waiting = things };
}
