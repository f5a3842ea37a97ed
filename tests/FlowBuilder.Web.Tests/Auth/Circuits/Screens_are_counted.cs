using FlowBuilder.Web.Auth.Circuits;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace FlowBuilder.Web.Tests.Auth.Circuits;

public sealed class Screens_are_counted
{
    private static readonly Guid Ann = Guid.NewGuid();
    private static readonly Guid Ben = Guid.NewGuid();
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_sign_in_has_so_many_and_no_more_and_others_have_theirs()
    {
        var room = Room(perAccount: 2);
        Opened(room, Ann, "a", "c1");
        Opened(room, Ann, "b", "c2");

        room.Take(Ann, "c")!.Words.ShouldContain("2 tabs or windows");
        room.Take(Ben, "a").ShouldBeNull();
    }

    [Fact]
    public void An_address_has_so_many_whoever_they_belong_to()
    {
        var room = Room(perAddress: 2);
        Opened(room, Ann, "a", "c1");
        Opened(room, Ben, "a", "c2");

        room.Take(Guid.NewGuid(), "a")!.Words.ShouldContain("network address");
        room.Take(Guid.NewGuid(), "b").ShouldBeNull();
    }

    [Fact]
    public void All_together_have_so_many()
    {
        var room = Room(inAll: 2);
        Opened(room, Ann, "a", "c1");
        Opened(room, Ben, "b", "c2");

        room.Take(Guid.NewGuid(), "c").ShouldBe(CircuitRefusal.OfAll);
    }

    [Fact]
    public void Who_asks_and_never_comes_holds_a_seat_for_a_minute()
    {
        var room = Room(perAccount: 2);
        room.Take(Ann, "a").ShouldBeNull();
        room.Take(Ann, "a").ShouldBeNull();
        room.Take(Ann, "a").ShouldNotBeNull();

        _clock.Advance(CircuitSeats.Patience);

        room.Count.ShouldBe(0);
        room.Take(Ann, "a").ShouldBeNull();
    }

    [Fact]
    public void A_circuit_that_came_keeps_its_seat_until_it_ends()
    {
        var room = Room(perAccount: 1);
        Opened(room, Ann, "a", "c1");
        _clock.Advance(TimeSpan.FromDays(1));
        room.Take(Ann, "a").ShouldNotBeNull();

        room.Close("c1");
        room.Close("c1");

        room.Take(Ann, "a").ShouldBeNull();
        room.Count.ShouldBe(1);
    }

    [Fact]
    public void One_whose_connection_was_lost_gives_its_seat_away_and_asks_for_one_when_it_is_back()
    {
        var room = Room(perAccount: 1);
        Opened(room, Ann, "a", "c1");
        room.Close("c1");
        Opened(room, Ann, "a", "c2");

        room.Take(Ann, "a").ShouldNotBeNull("the first one is back, and its seat is taken");
        room.Open("c1", Ann).ShouldBeFalse();
        room.Close("c2");
        room.Take(Ann, "a").ShouldBeNull();
        room.Open("c1", Ann).ShouldBeTrue();
        room.Open("c1", Ann).ShouldBeTrue("told twice it is still one");
        room.Count.ShouldBe(1);
    }

    [Fact]
    public void Whatever_comes_and_goes_nobody_has_more_than_their_share()
    {
        var random = new Random(4711);
        var room = Room(perAccount: 3, perAddress: 5, inAll: 8);
        var open = new List<string>();
        for (var i = 0; i < 5_000; i++)
        {
            var account = random.Next(2) == 0 ? Ann : Ben;
            switch (random.Next(4))
            {
                case 0: room.Take(account, $"{random.Next(3)}"); break;
                case 1: if (room.Open($"c{i}", account)) open.Add($"c{i}"); break;
                case 2 when open.Count > 0: room.Close(open[random.Next(open.Count)]); break;
                default: _clock.Advance(TimeSpan.FromSeconds(random.Next(20))); break;
            }

            room.Count.ShouldBeLessThanOrEqualTo(6, "two accounts with three each");
        }
    }

    private static void Opened(CircuitSeats room, Guid account, string address, string circuit)
    {
        room.Take(account, address).ShouldBeNull();
        room.Open(circuit, account).ShouldBeTrue();
    }

    private CircuitSeats Room(int perAccount = 10, int perAddress = 30, int inAll = 100) =>
        new(new CircuitLimits(perAccount, perAddress, inAll), _clock);
}
