using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Channels.Email;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Channels;

public sealed class Places_at_the_mail_server
{
    private static readonly CompanyId A = new(1);
    private static readonly CompanyId B = new(2);

    private readonly FakeTimeProvider _clock = new();

    private static List<Task<SmtpPlaces.Place>> Enter(SmtpPlaces places, CompanyId company, string domain, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => places.EnterAsync(company, domain, TestContext.Current.CancellationToken))];

    private static int Given(IEnumerable<Task<SmtpPlaces.Place>> letters) => letters.Count(letter => letter.IsCompletedSuccessfully);

    /// <summary>Letters that are answered at once until the lane has earned all it can.</summary>
    private static async Task EarnAsync(SmtpPlaces places, CompanyId company, string domain)
    {
        for (var letter = 0; letter < 8; letter++)
            places.Leave(await places.EnterAsync(company, domain, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task One_place_in_four_is_only_for_a_company_that_has_none()
    {
        var places = new SmtpPlaces(8, _clock);
        await EarnAsync(places, A, "x.example");
        var first = Enter(places, A, "x.example", 20);
        Given(first).ShouldBe(6);
        var second = Enter(places, B, "y.example", 20);
        Given(second).ShouldBe(1);
        var third = Enter(places, new CompanyId(3), "z.example", 1);
        Given(third).ShouldBe(1);
        Given(Enter(places, new CompanyId(4), "z.example", 1)).ShouldBe(0, "all eight are taken");
    }

    [Fact]
    public async Task Companies_take_turns_however_many_letters_one_has_waiting()
    {
        var places = new SmtpPlaces(2, _clock);
        var first = Enter(places, A, "x.example", 50);
        Given(first).ShouldBe(1);
        var second = Enter(places, B, "y.example", 8);
        Given(second).ShouldBe(1);
        for (var letter = 0; letter < 8; letter++)
        {
            // The place it left is for the company that has none: each comes to its turn without one of the first company's going before.
            places.Leave(await second[letter]);
            places.Busy.ShouldBe(letter < 7 ? 2 : 1);
        }

        Given(first).ShouldBe(1, "not one of the first company's further letters went before");
        places.Leave(await first[0]);
        await first[1];
        places.Busy.ShouldBe(1);
    }

    [Fact]
    public async Task A_domain_that_hangs_holds_one_place_before_long_and_others_of_the_same_company_go_on()
    {
        var places = new SmtpPlaces(8, _clock);
        var hanging = Enter(places, A, "hangs.example", 30);
        Given(hanging).ShouldBe(2);
        _clock.Advance(TimeSpan.FromSeconds(60));
        places.Leave(await hanging[0]);
        places.Leave(await hanging[1]);
        await hanging[2];
        places.Busy.ShouldBe(1);
        var others = Enter(places, A, "quick.example", 2);
        Given(others).ShouldBe(2);
        for (var letter = 2; letter < 10; letter++)
        {
            _clock.Advance(TimeSpan.FromSeconds(60));
            places.Leave(await hanging[letter]);
            places.Busy.ShouldBe(3, "one of the hanging domain, two of the other");
        }
    }

    [Fact]
    public async Task Whoever_gives_up_leaves_the_line_and_no_place_is_lost()
    {
        var places = new SmtpPlaces(1, _clock);
        using var patience = new CancellationTokenSource();
        var first = await places.EnterAsync(A, "x.example", TestContext.Current.CancellationToken);
        var gone = places.EnterAsync(A, "x.example", patience.Token);
        var behind = places.EnterAsync(B, "x.example", TestContext.Current.CancellationToken);
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => gone);
        places.Leave(first);
        places.Leave(await behind);
        places.Busy.ShouldBe(0);
    }
}
