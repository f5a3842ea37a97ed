using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.AuditLog;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Storage.Model.Engine;
using FlowBuilder.Storage.Tests.Contracts;
using Shouldly;
using Xunit;

namespace FlowBuilder.Storage.Tests.Model;

/// <summary>Whatever broke a turn can be taken again: every kind of input goes into the table and comes back as it was.</summary>
public sealed class InputsAreStored
{
    private static readonly AuditNote Note = new(new Actor("user:lena", "Lena"), "enrollment.stop", "7", "stopped a run");

    private static readonly TurnInput[] Inputs =
    [
        new TurnInput.Happened(new CustomerEvent
        {
            Seq = 5, Name = "Estimate Sent", Kind = EventKind.Identify, At = Sample.Noon, ArrivedAt = Sample.Noon.AddTicks(1),
            Record = Sample.Estimate, Properties = Properties.Parse("""{"a":{"b":[1,2.50,"größer 🌱"]}}"""), Source = "crm", Depth = 2,
            RaisedBy = new(8), Imported = true
        }),
        new TurnInput.Due(new(7)),
        new TurnInput.MomentDue(9),
        new TurnInput.Reschedule(new(3)),
        new TurnInput.MessageDue(new(4)),
        new TurnInput.MessageAnswered(
            new(4), new ChannelAnswer.NotSent("no", Final: true, Bounced: true, TimeSpan.FromMinutes(3)) { OptedOut = true }),
        new TurnInput.MessageAnswered(new(4), new ChannelAnswer.Sent("p-1")),
        new TurnInput.MessageAnswered(new(4), new ChannelAnswer.MaybeSent("maybe")),
        new TurnInput.MessageAnswered(new(4), new ChannelAnswer.NoProvider("none")),
        new TurnInput.ResolveMessage(new(4), MessageResolution.Dropped, "Lena"),
        new TurnInput.EnrollByHand(Sample.Sequence, Sample.Estimate, "Lena"),
        new TurnInput.EnrollByHand(Sample.Sequence, null, "Lena"),
        new TurnInput.StopByHand(new(7), true, "Lena") { Audit = Note },
        new TurnInput.SkipWaitByHand(new(7), "Lena"),
        new TurnInput.MoveByHand(new(7), "mail", "Lena"),
        new TurnInput.RetryByHand(new(7), "Lena"),
        new TurnInput.Approve(new ReviewId(6), "etag", "Lena"),
        new TurnInput.Reject(new ReviewId(6), "why", true, "Lena"),
        new TurnInput.ReviewDue(new ReviewId(6)),
        new TurnInput.RecheckReview(new ReviewId(6)),
        new TurnInput.EditReview(new ReviewId(6), "etag", [new EditedMessage("mail", 1, "s", "<p>h</p>", "t")], "Lena"),
        new TurnInput.AskColleague(new ReviewId(6), "ann", "note", "Lena"),
        new TurnInput.SnoozeReview(new ReviewId(6), Sample.Noon, "Lena", "lena"),
        new TurnInput.HoldsChanged(Sample.Sequence, LatePolicy.Ask),
        new TurnInput.EditCustomer(Properties.Of("a", 1), ["vip"], true, "Lena"),
        new TurnInput.EditCustomer(null, null, null, "Lena"),
        new TurnInput.ConsentGiven(ConsentChange.StopTexts, new MessageId(4)),
        new TurnInput.CompleteToDo(2, "Call", "Lena"),
        new TurnInput.Erase(),
    ];

    public static TheoryData<int> Each => [.. Enumerable.Range(0, Inputs.Length)];

    [Fact]
    public void Every_kind_has_a_sample() =>
        typeof(TurnInput).GetNestedTypes()
            .Where(kind => kind.IsSubclassOf(typeof(TurnInput)))
            .Except(Inputs.Select(input => input.GetType())).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Each))]
    public void As_they_were(int index)
    {
        var input = Inputs[index];
        var text = StoredInput.Write(input);
        var read = StoredInput.Read(text).ShouldNotBeNull();
        read.GetType().ShouldBe(input.GetType());
        StoredInput.Write(StoredInput.Read(StoredInput.Write(read))!).ShouldBe(StoredInput.Write(read));
        if (input is TurnInput.EditReview edit) ((TurnInput.EditReview)read).Messages.ShouldBe(edit.Messages);
        else if (input is TurnInput.EditCustomer { Tags: { } tags }) ((TurnInput.EditCustomer)read).Tags!.Value.ShouldBe(tags);
        else read.ShouldBe(input);
    }

    [Theory]
    [InlineData("Happened { Event = CustomerEvent { Seq = 5 } }")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"is":"unheardOf"}""")]
    [InlineData("null")]
    public void What_is_none_is_read_as_none(string text) => StoredInput.Read(text).ShouldBeNull();
}
