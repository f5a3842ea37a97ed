using FlowBuilder.Core.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Runtime.Templates;
using FlowBuilder.Storage.Model.Engine;
using FlowBuilder.Testing.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Pump;

/// <summary>An input that breaks its turn is set aside so that it can be taken again, and is taken
/// again once what broke is mended.</summary>
public sealed class What_breaks_a_turn
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_set_aside_once_and_done_when_it_is_tried_again_and_works()
    {
        var email = new RecordingChannel();
        Brittle writer = null!;
        await using var host = await EngineHost.StartAsync(
            [email],
            replace: services =>
                services.AddSingleton<IMessageWriter>(provider => writer = new Brittle(provider.GetRequiredService<MessageWriter>())));
        await host.AddTemplateAsync("reminder", Channel.Email, "Your estimate", "<p>Hello</p>", "Hello");
        await host.PublishAsync(Sample.FollowUp);
        await Sample.SendEstimateAsync(host, "ann", "E-1");
        writer.Breaks = true;

        await host.AdvanceAsync(TimeSpan.FromDays(2));
        // It comes back by itself and breaks again: one thing is broken, so there is one row.
        await host.AdvanceAsync(TakingAgain.PutOff + TakingAgain.PutOff);
        var parked = await OnlyAsync(host);
        parked.Kind.ShouldBe("due");
        parked.Tries.ShouldBeGreaterThan(0);
        var input = StoredInput.Read(parked.Input).ShouldBeOfType<TurnInput.Due>();

        var customer = new CustomerId(parked.CustomerId);
        (await host.Engine.AskAsync(host.Company, customer, input with { Parked = parked.Id }, Cancellation))
            .ShouldBeOfType<TurnAnswer.Refused>().Because
            .ShouldStartWith("It failed again");
        (await OnlyAsync(host)).Tries.ShouldBe(parked.Tries + 1);
        email.Ledger.ShouldBeEmpty();

        writer.Breaks = false;
        (await host.Engine.AskAsync(host.Company, customer, input with { Parked = parked.Id }, Cancellation)).ShouldBe(TurnAnswer.Ok);
        await host.Engine.DrainAsync(Cancellation);
        email.Ledger.ShouldHaveSingleItem();
        await using var context = host.Context();
        (await context.ParkedInputs.AnyAsync(Cancellation)).ShouldBeFalse();
    }

    private static async Task<ParkedInputRow> OnlyAsync(EngineHost host)
    {
        await using var context = host.Context();
        return await context.ParkedInputs.AsNoTracking().SingleAsync(Cancellation);
    }

    private sealed class Brittle(IMessageWriter whole) : IMessageWriter
    {
        public bool Breaks { get; set; }

        public TemplateInfo? Find(CompanyId company, string template, int? revision = null) => whole.Find(company, template, revision);

        public Rendering Write(TemplateInfo info, StepContext context, MessageId message) =>
            Breaks ? throw new InvalidOperationException("A bug.") : whole.Write(info, context, message);

        public Rendering Finish(TemplateInfo info, EditedMessage edited, StepContext context, MessageId message) =>
            whole.Finish(info, edited, context, message);
    }
}
