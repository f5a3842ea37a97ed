using System.Net;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Suppressions;

/// <summary>The list by API, bounces about an address, and the look-up of customers by number.</summary>
public sealed class The_list_of_suppressions : IAsyncLifetime
{
    private NoWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await NoWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Lines_are_put_on_found_in_any_spelling_and_taken_off()
    {
        await _world.KnowAsync("a", "ann@example.com", "+15553037001");
        var mail = (await _world.Manager.PostAsync(
            "suppressions", """{"address":" Ann@Example.com ","source":"a letter"}""")).Expect(HttpStatusCode.Created);
        mail["reason"].ShouldBe("byHand");
        mail["address"].ShouldBe("ann@example.com");
        (await _world.Manager.PostAsync(
            "suppressions", """{"address":"555.303.7001","channel":"sms","reason":"stopped"}""")).Expect(HttpStatusCode.Created);
        (await _world.OfferAsync("a")).ShouldBe("");
        (await _world.Manager.GetAsync("suppressions?q=ANN%40EXAMPLE.COM")).Items.ShouldHaveSingleItem()
            .GetProperty("id").GetString()
            .ShouldBe(mail["id"]);
        (await _world.Manager.GetAsync("suppressions?q=%2B1%20555%20303%207001")).Items.ShouldHaveSingleItem()
            .GetProperty("channel").GetString()
            .ShouldBe("text");
        (await _world.Manager.GetAsync("suppressions?q=bob%40example.com")).Items.ShouldBeEmpty();
        (await _world.Manager.GetAsync("suppressions?limit=1")).Json.GetProperty("next").GetString().ShouldNotBeNull();
        (await _world.Manager.DeleteAsync($"suppressions/{mail["id"]}")).Expect(HttpStatusCode.NoContent);
        (await _world.Manager.DeleteAsync($"suppressions/{mail["id"]}")).Expect(HttpStatusCode.NotFound);
        (await _world.OfferAsync("a")).ShouldBe("email");
        (await _world.Host.Manager(2).GetAsync("suppressions")).Items.ShouldBeEmpty("companies never meet");

        await using var context = _world.Host.Context();
        var lines = context.AuditLog.Where(line => line.Action.StartsWith("suppression.")).Select(line => line.Words).ToArray();
        lines.Length.ShouldBe(3);
        lines.ShouldAllBe(words => !words.Contains("ann@example.com"));
    }

    [Fact]
    public async Task Taking_off_a_stop_ends_it_for_who_said_it()
    {
        await _world.KnowAsync("a", "a@example.com", "+15553038001");
        await _world.ReplyAsync("+15553038001", "STOP");
        var id = (await _world.Manager.GetAsync("suppressions?reason=stopped")).Items.ShouldHaveSingleItem().GetProperty("id").GetString();
        (await _world.Host.With("read").DeleteAsync($"suppressions/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await _world.Manager.DeleteAsync($"suppressions/{id}")).Expect(HttpStatusCode.NoContent);
        (await _world.OfferAsync("a")).ShouldBe("email text");
    }

    [Theory]
    [InlineData("""{"address":"n/a"}""", "address")]
    [InlineData("""{"address":""}""", "address")]
    [InlineData("""{"address":"ann@example.com","channel":"pigeon"}""", "channel")]
    [InlineData("""{"address":"ann@example.com","reason":"stopped"}""", "reason")]
    [InlineData("""{"address":"1234567890"}""", "address")]
    public async Task What_cannot_be_put_on_is_refused_with_its_field(string body, string field) =>
        (await _world.Manager.PostAsync("suppressions", body)).Expect(HttpStatusCode.BadRequest).Fields.ShouldBe([field]);

    [Fact]
    public async Task A_list_comes_in_whole_or_not_at_all_and_goes_out_again()
    {
        await _world.KnowAsync("a", "a@example.com", "+15553039001");
        var bad = await _world.Manager.SendAsync(
            HttpMethod.Post, "suppressions/import", "Email Address,Phone,Reason\na@example.com,,unsubscribed\nnobody,,unsubscribed\n", [],
            "text/csv");
        bad.Expect(HttpStatusCode.BadRequest).Fields.ShouldHaveSingleItem().ShouldStartWith("row 3");
        (await _world.OfferAsync("a")).ShouldBe("email text");
        (await _world.Manager.SendAsync(
            HttpMethod.Post, "suppressions/import",
            "Email Address;Phone;Reason\nA@example.com;(555) 303-9001;unsubscribed\n;;\nother@example.com;;cleaned\n", [],
            "text/csv")).Expect(HttpStatusCode.OK);
        (await _world.OfferAsync("a")).ShouldBe("");
        var file = await _world.Manager.GetAsync("suppressions/export");
        file.Text.ShouldContain("email,a@example.com,unsubscribed,");
        file.Text.ShouldContain("text,");
    }

    [Fact]
    public async Task B08_to_B11_bounces_are_about_an_address_and_a_person_can_clear_them()
    {
        await _world.KnowAsync("a", "old@example.com", "+15553040001");
        (await _world.OfferAsync("a")).ShouldBe("email text");
        var old = await _world.LastEmailAsync();
        await _world.KnowAsync("a", "new@example.com", "+15553040001");
        await _world.Host.TellAsync("track", $$$"""{"userId":"a","event":"Email Bounced","properties":{"message_id":"{{{old}}}"}}""");
        await _world.Host.TellAsync("track", """{"userId":"a","event":"Email Bounced","properties":{"email":"other@example.com"}}""");
        (await _world.OfferAsync("a")).ShouldBe("email text", "neither was about the address of now");
        await _world.Host.TellAsync(
            "track",
            """{"userId":"a","event":"Email Bounced","properties":{"bounce_type":"soft","type":"Transient","reason":"mailbox full"}}""");
        (await _world.OfferAsync("a")).ShouldBe("email text", "a full mailbox is not for good");
        await _world.Host.TellAsync("track", """{"userId":"a","event":"Email Bounced","properties":{"bounce_type":"hard"}}""");
        (await _world.OfferAsync("a")).ShouldBe("text");
        (await _world.Manager.GetAsync("customers/a")).Json.GetProperty("consent").GetProperty("emailBounced").GetBoolean().ShouldBeTrue();

        await _world.Host.TellAsync("identify", """{"anonymousId":"anon-b","traits":{"email":"bounced@example.com"}}""");
        await _world.Host.TellAsync("track", """{"anonymousId":"anon-b","event":"Email Bounced"}""");
        await _world.Host.TellAsync("identify", """{"userId":"keep","traits":{"first_name":"Keep"}}""");
        await _world.Host.TellAsync("alias", """{"userId":"keep","previousId":"anon-b"}""");
        (await _world.OfferAsync("keep")).ShouldBe("");
        (await _world.Manager.GetAsync("customers/keep")).Json
            .GetProperty("consent")
            .GetProperty("emailBounced").GetBoolean()
            .ShouldBeTrue("the mark goes with the address");

        var id = (await _world.Manager.GetAsync("suppressions?q=new%40example.com")).Items.ShouldHaveSingleItem()
            .GetProperty("id").GetString();
        (await _world.Manager.DeleteAsync($"suppressions/{id}")).Expect(HttpStatusCode.NoContent);
        (await _world.OfferAsync("a")).ShouldBe("email text");
    }

    [Theory]
    [InlineData("""{"source":"counter","at":"2026-01-01T00:00:00Z"}""", "channel")]
    [InlineData("""{"channel":"pigeon","source":"counter","at":"2026-01-01T00:00:00Z"}""", "channel")]
    [InlineData("""{"channel":"email","at":"2026-01-01T00:00:00Z"}""", "source")]
    [InlineData("""{"channel":"email","source":"counter"}""", "at")]
    [InlineData("""{"channel":"email","source":"counter","at":"yesterday"}""", "at")]
    [InlineData("""{"channel":"email","source":"counter","at":"2199-01-01T00:00:00Z"}""", "at")]
    public async Task A_yes_without_where_and_when_is_refused(string body, string field)
    {
        await _world.KnowAsync("a", "a@example.com", "+15553041001");
        (await _world.Manager.PostAsync("customers/a/opt-in", body)).Expect(HttpStatusCode.BadRequest).Fields.ShouldBe([field]);
    }

    [Fact]
    public async Task P01_P06_what_cannot_be_written_to_is_no_address_and_is_said()
    {
        await _world.KnowAsync("a", "n/a", "0612345678");
        (await _world.OfferAsync("a")).ShouldBe("");
        (await _world.BecauseAsync(FlowBuilder.Core.Model.Messages.Channel.Email))!.ShouldContain("no email address");
        (await _world.BecauseAsync(FlowBuilder.Core.Model.Messages.Channel.Text))!.ShouldContain("no phone number");
        (await _world.Manager.GetAsync("customers/a")).Json
            .GetProperty("fields")
            .GetProperty("phone").GetString()
            .ShouldBe("0612345678", "kept as typed");
        await _world.KnowAsync("b", "b\u200b@example.com", "+33 (0)6 12 34 56 78");
        (await _world.OfferAsync("b")).ShouldBe("email text");
        _world.Texts.ShouldHaveSingleItem().To.ShouldBe("+33612345678");
    }

    [Theory]
    [InlineData("5557770001")]
    [InlineData("+15557770001")]
    [InlineData("555-777-0001")]
    [InlineData("777 0001")]
    [InlineData("muller")]
    [InlineData("MÜLLER")]
    [InlineData("Mu\u0308ller")]
    [InlineData("cafe")]
    public async Task P07_a_caller_is_found_by_digits_and_without_accents(string typed)
    {
        await _world.Host.TellAsync(
            "identify", """{"userId":"m","traits":{"first_name":"Anna","last_name":"Müller (Café)","phone":"(555) 777-0001"}}""");
        await _world.Host.TellAsync("identify", """{"userId":"o","traits":{"first_name":"Otto","phone":"(555) 888-0002"}}""");
        (await _world.Manager.GetAsync($"customers?q={Uri.EscapeDataString(typed)}")).Items.ShouldHaveSingleItem()
            .GetProperty("userId").GetString()
            .ShouldBe("m");
    }
}
