using System.Net;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Web.Tests.Api.Suppressions;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Public;

/// <summary>Cases B01 to B04, B07 and the calls of A19, on the whole program.</summary>
public sealed class Words_of_stop : IAsyncLifetime
{
    private NoWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await NoWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task B01_stop_is_heard_for_every_spelling_that_is_texted()
    {
        string[] spellings =
        [
            "+15553030001 ", "(555 303 0002)", "555-303-0003.", "\u202a+15553030004\u202c", "tel:555.303.0005", "1 555 303 0006 x9",
            "5553030007.0"
        ];
        for (var i = 0; i < spellings.Length; i++)
        {
            await _world.KnowAsync($"b{i}", $"b{i}@example.com", spellings[i]);
            (await _world.OfferAsync($"b{i}")).ShouldBe("email text", spellings[i]);
            await _world.ReplyAsync($"+1555303000{i + 1}", "STOP");
            (await _world.Manager.GetAsync($"customers/b{i}")).Json
                .GetProperty("consent")
                .GetProperty("textStopped").GetBoolean()
                .ShouldBeTrue(spellings[i]);
            (await _world.OfferAsync($"b{i}")).ShouldBe("email", spellings[i]);
        }
    }

    [Fact]
    public async Task B02_decorated_words_stop_and_longer_ones_wait_for_a_person()
    {
        await _world.KnowAsync("a", "a@example.com", "+15553031001");
        (await _world.OfferAsync("a")).ShouldBe("email text");
        await _world.ReplyAsync("+15553031001", "Hello, could you stop by the house tomorrow around noon?");
        (await _world.OfferAsync("a")).ShouldBe("email", "texts are paused");
        (await _world.BecauseAsync(Channel.Text))!.ShouldContain("decided");
        (await _world.Manager.GetAsync("todos?customer=a")).Items.ShouldHaveSingleItem()
            .GetProperty("notes").GetString()!
            .ShouldContain("stop by the house");
        var doubt = (await _world.Manager.GetAsync("suppressions?reason=inDoubt")).Items.ShouldHaveSingleItem()
            .GetProperty("id").GetString();
        (await _world.Manager.DeleteAsync($"suppressions/{doubt}")).Expect(HttpStatusCode.NoContent);
        (await _world.Manager.AdvanceAsync("PT20M")).Expect(HttpStatusCode.OK);
        _world.Texts.Count.ShouldBe(2, "what waited has gone");

        await _world.ReplyAsync("+15553031001", "I do not think that I want any of these, so unsubscribe me");
        doubt = (await _world.Manager.GetAsync("suppressions?reason=inDoubt")).Items.ShouldHaveSingleItem().GetProperty("id").GetString();
        (await _world.Manager.PostAsync($"suppressions/{doubt}/confirm")).Expect(HttpStatusCode.NoContent);
        (await _world.OfferAsync("a")).ShouldBe("email");
        (await _world.BecauseAsync(Channel.Text))!.ShouldContain("STOP");
    }

    [Fact]
    public async Task B03_a_stop_told_by_another_system_is_a_stop()
    {
        await _world.KnowAsync("a", "a@example.com", "+15553032001");
        await _world.KnowAsync("b", "b@example.com", "555 303 2001");
        await _world.Host.TellAsync("track", """{"userId":"a","event":"Message Replied","properties":{"channel":"text","text":"STOP"}}""");
        (await _world.OfferAsync("a")).ShouldBe("email");
        (await _world.OfferAsync("b")).ShouldBe("email", "the number has said no");
    }

    [Theory]
    [InlineData("sms")]
    [InlineData("Text")]
    [InlineData("SMS")]
    [InlineData("mobile")]
    public async Task B04_the_text_channel_by_any_of_its_names(string channel)
    {
        await _world.KnowAsync("a", "a@example.com", "+15553033001");
        await _world.Host.TellAsync("track", $$$"""{"userId":"a","event":"Unsubscribed","properties":{"channel":"{{{channel}}}"}}""");
        (await _world.OfferAsync("a")).ShouldBe("email");
    }

    [Theory]
    [InlineData("Unsubscribed")]
    [InlineData("Subscribed")]
    [InlineData("Message Replied")]
    public async Task B04_an_unknown_channel_is_refused(string name)
    {
        var refused = await Should.ThrowAsync<InvalidOperationException>(_world.Host.TellAsync(
            "track", $$$"""{"userId":"a","event":"{{{name}}}","properties":{"channel":"pigeon","text":"STOP"}}"""));
        refused.Message.ShouldContain("properties.channel");
    }

    [Fact]
    public async Task B07_a_number_that_answered_stop_stays_stopped_for_who_comes_later()
    {
        await _world.ReplyAsync("+15553034001", "Stop,");
        await _world.KnowAsync("late", "late@example.com", "(555) 303-4001");
        (await _world.OfferAsync("late")).ShouldBe("email", "no one held the number when it was said");
        (await _world.Manager.GetAsync("customers/late")).Json
            .GetProperty("consent")
            .GetProperty("textStopped").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A19_a_signed_call_counts_once()
    {
        await _world.KnowAsync("a", "a@example.com", "+15553035001");
        var stop = await _world.ReplyAsync("+15553035001", "STOP");
        var start = await _world.ReplyAsync("+15553035001", "START");
        (await _world.OfferAsync("a")).ShouldBe("email text");
        await _world.ReplyAsync("+15553035001", "STOP", stop);
        (await _world.OfferAsync("a")).ShouldBe("email text", "the old STOP was counted");
        await _world.ReplyAsync("+15553035001", "STOP");
        (await _world.Manager.AdvanceAsync("P30D")).Expect(HttpStatusCode.OK);
        await _world.ReplyAsync("+15553035001", "START", start);
        (await _world.OfferAsync("a")).ShouldBe("email", "the old START was counted, however long ago");
    }

    [Fact]
    public async Task A19_an_old_mail_can_take_off_but_never_sign_up()
    {
        await _world.KnowAsync("a", "a@example.com", "+15553036001");
        await _world.OfferAsync("a");
        var old = await _world.LastEmailAsync();
        (await _world.UnsubscribeAsync("subscribe", old)).ShouldBe(HttpStatusCode.Conflict, "no one has left by it");
        await _world.OfferAsync("a");
        (await _world.UnsubscribeAsync()).ShouldBe(HttpStatusCode.OK);
        (await _world.UnsubscribeAsync("subscribe", old)).ShouldBe(HttpStatusCode.Conflict, "it was another mail by which they left");
        (await _world.UnsubscribeAsync("unsubscribe", old)).ShouldBe(HttpStatusCode.OK);
        (await _world.UnsubscribeAsync(
            "subscribe", old)).ShouldBe(HttpStatusCode.Conflict, "leaving twice does not make the first leaving undone");
        (await _world.OfferAsync("a")).ShouldBe("text");

        await _world.KnowAsync("b", "b@example.com", "+15553036002");
        await _world.OfferAsync("b");
        await _world.UnsubscribeAsync();
        (await _world.Manager.AdvanceAsync("P2D")).Expect(HttpStatusCode.OK);
        (await _world.UnsubscribeAsync("subscribe")).ShouldBe(HttpStatusCode.Conflict, "that was two days ago");
    }
}
