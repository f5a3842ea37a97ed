using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Delivery;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Delivery;

public sealed class HandoverJournalTests : IDisposable
{
    private const string Boot = "5d9a4f1e-0000-4000-8000-000000000001";

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"journal-{Guid.NewGuid():N}");
    private HandoverJournal _journal;

    public HandoverJournalTests() => _journal = HandoverJournal.Open(_file, Boot);

    public void Dispose()
    {
        _journal.Dispose();
        File.Delete(_file);
    }

    private static MessageId Id(long number) => new(number);

    /// <summary>What is written is in the file at once: a process that is killed closes it in no other way.</summary>
    private void Restart(string? boot = Boot)
    {
        _journal.Dispose();
        _journal = HandoverJournal.Open(_file, boot);
    }

    private HandoverJournal.Stage? StageOf(long message, int attempt = 1) => _journal.Of(Id(message), attempt)?.Stage;

    [Fact]
    public void A_message_is_found_as_far_as_it_had_come()
    {
        for (var message = 1; message <= 6; message++) _journal.Hold(0, Id(message), 1);
        for (var message = 2; message <= 6; message++) _journal.Leaves(Id(message));
        _journal.Answered(Id(3), new ChannelAnswer.Sent("250 taken as 42 ü"));
        _journal.Answered(Id(4), new ChannelAnswer.NotSent("no", Final: true));
        _journal.Answered(Id(5), new ChannelAnswer.MaybeSent("who knows"));
        _journal.Release(Id(6));
        Restart();
        Enumerable.Range(1, 6).Select(message => StageOf(message)).ShouldBe(
            [
                HandoverJournal.Stage.Held, HandoverJournal.Stage.Leaving, HandoverJournal.Stage.Taken, HandoverJournal.Stage.Refused,
                HandoverJournal.Stage.Leaving, null
            ]);
        _journal.Of(Id(3), 1)!.ProviderId.ShouldBe("250 taken as 42 ü");
    }

    [Fact]
    public void Another_attempt_of_the_same_message_proves_nothing()
    {
        _journal.Hold(0, Id(1), 2);
        Restart();
        StageOf(1, attempt: 1).ShouldBeNull();
        StageOf(1, attempt: 2).ShouldBe(HandoverJournal.Stage.Held);
    }

    [Theory]
    [InlineData("5d9a4f1e-0000-4000-8000-000000000002")]
    [InlineData(null)]
    public void After_a_new_start_of_the_system_nothing_counts_even_when_that_start_is_the_next_but_one(string? boot)
    {
        _journal.Hold(0, Id(1), 1);
        Restart(boot);
        StageOf(1).ShouldBeNull();
        Restart();
        StageOf(1).ShouldBeNull();
    }

    [Fact]
    public void While_another_process_has_it_open_nothing_counts()
    {
        _journal.Hold(0, Id(1), 1);
        using var second = HandoverJournal.Open(_file, Boot);
        second.Of(Id(1), 1).ShouldBeNull();
        second.Hold(0, Id(2), 1);
        second.Of(Id(2), 1)!.Stage.ShouldBe(HandoverJournal.Stage.Held, "in its own memory it knows");
        Restart();
        StageOf(1).ShouldBe(HandoverJournal.Stage.Held);
        StageOf(2).ShouldBeNull();
    }

    [Fact]
    public void Slots_are_used_again_and_what_is_found_stays_until_it_is_released()
    {
        for (var round = 0; round < 50; round++)
        {
            for (var message = 0; message < 20; message++) _journal.Hold(0, Id((round * 20) + message), 1);
            for (var message = 0; message < 20; message++) _journal.Release(Id((round * 20) + message));
        }

        new FileInfo(_file).Length.ShouldBeLessThan(21 * 128 + 1);
        _journal.Hold(1, Id(5_000), 1);
        _journal.Hold(0, Id(5_001), 1);
        Restart();
        _journal.Hold(0, Id(5_002), 1);
        Restart();
        StageOf(5_000).ShouldBe(HandoverJournal.Stage.Held);
        _journal.ReleaseAllBut(0, new HashSet<MessageId> { Id(5_002) });
        Restart();
        Enumerable.Range(5_000, 3)
            .Select(message => StageOf(message))
            .ShouldBe([HandoverJournal.Stage.Held, null, HandoverJournal.Stage.Held]);
    }

    [Fact]
    public void Nothing_leaves_any_more_once_it_is_closed()
    {
        _journal.Hold(0, Id(1), 1);
        _journal.Dispose();
        Should.Throw<ObjectDisposedException>(() => _journal.Leaves(Id(1)));
        _journal.Answered(Id(1), new ChannelAnswer.MaybeSent("broken off"));
        Restart();
        StageOf(1).ShouldBe(HandoverJournal.Stage.Held);
    }

    [Theory]
    [InlineData("")]
    [InlineData("something else altogether")]
    public void A_file_that_is_no_journal_is_begun_anew(string content)
    {
        _journal.Dispose();
        File.WriteAllText(_file, content);
        Restart();
        _journal.Hold(0, Id(1), 1);
        Restart();
        StageOf(1).ShouldBe(HandoverJournal.Stage.Held);
    }
}
