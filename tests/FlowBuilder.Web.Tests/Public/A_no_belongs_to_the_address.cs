using System.Net;
using FlowBuilder.Web.Tests.Api.Suppressions;
using Shouldly;

namespace FlowBuilder.Web.Tests.Public;

/// <summary>Somebody unsubscribes by the link and answers STOP. Whatever a sender, a file or
/// another record does then, nothing goes to that address or number.</summary>
public sealed class A_no_belongs_to_the_address : IAsyncLifetime
{
    private NoWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await NoWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    /// <summary>Twelve ways to come back and more; {n} is the number of the person, whose address
    /// is <c>pN@bücher.example</c> and whose number is +1 555 3NN 0001.</summary>
    private static readonly (string Name, Func<NoWorld, int, Task<string>> Back)[] Ways =
    [
        ("the same customer as before", (_, n) => Task.FromResult($"p{n}")),
        ("another customer", (world, n) => NewAsync(world, n, $"p{n}@bücher.example", $"+155530{n:00}001")),
        ("another case and punycode", (world, n) => NewAsync(world, n, $"P{n}@XN--BCHER-KVA.Example", $"(555) 30{n / 10}-{n % 10}001")),
        ("blanks and invisible characters", (world, n) =>
            NewAsync(world, n, $" \u200bp{n}@bücher.example\u202c ", $"\u202a+1 555 30{n / 10} {n % 10}001\u202c ")),
        ("a name and mailto around it, a dot and an extension behind the number", (world, n) =>
            NewAsync(world, n, $"Pat <mailto:p{n}@bücher.example>", $"555-30{n / 10}-{n % 10}001. x12")),
        ("erased and told of again", async (world, n) =>
        {
            (await world.Manager.DeleteAsync($"customers/p{n}")).Expect(HttpStatusCode.NoContent);
            await world.KnowAsync($"p{n}", $"p{n}@bücher.example", $"+155530{n:00}001");
            return $"p{n}";
        }),
        ("erased and imported with consent", async (world, n) =>
        {
            (await world.Manager.DeleteAsync($"customers/p{n}")).Expect(HttpStatusCode.NoContent);
            return await ImportedAsync(world, n);
        }),
        ("imported under another id with consent", ImportedAsync),
        ("an anonymous visitor with that address, joined to a new customer", async (world, n) =>
        {
            await world.Host.TellAsync(
                "identify",
                $$$"""{"anonymousId":"anon-{{{n}}}","traits":{"email":"p{{{n}}}@bücher.example","phone":"+155530{{{n:00}}}001","sms_consent":true,"email_consent":true}}""");
            await world.Host.TellAsync("identify", $$$"""{"userId":"new-{{{n}}}","traits":{"first_name":"New"}}""");
            await world.Host.TellAsync("alias", $$$"""{"userId":"new-{{{n}}}","previousId":"anon-{{{n}}}"}""");
            return $"new-{n}";
        }),
        ("consent repeated as a trait", async (world, n) =>
        {
            await world.Host.TellAsync("identify", $$$"""{"userId":"p{{{n}}}","traits":{"email_consent":true,"sms_consent":true}}""");
            return $"p{n}";
        }),
        ("consent put by the API", async (world, n) =>
        {
            (await world.Manager.PutAsync(
                $"customers/p{n}",
                """{"fields":{"email_consent":true,"sms_consent":true,"context.optIn":{"source":"x"}}}""")).Expect(HttpStatusCode.OK);
            return $"p{n}";
        }),
        ("another address and back in a new spelling", async (world, n) =>
        {
            await world.KnowAsync($"p{n}", $"elsewhere{n}@example.com", $"+155540{n:00}001");
            await world.KnowAsync($"p{n}", $"P{n}@Bücher.example.", $"1-555-30{n / 10}-{n % 10}001");
            return $"p{n}";
        }),
        ("a yes that is older than the no", async (world, n) =>
        {
            foreach (var channel in (string[])["email", "sms"])
            {
                await world.Host.TellAsync(
                    "track",
                    $$$"""{"userId":"p{{{n}}}","event":"Subscribed","timestamp":"{{{world.Now.AddDays(-2):O}}}","properties":{"channel":"{{{channel}}}","source":"website"}}""");
                (await world.Manager.PostAsync(
                    $"customers/p{n}/opt-in",
                    $$"""{"channel":"{{channel}}","source":"website","at":"{{world.Now.AddDays(-2):O}}"}""")).Expect(HttpStatusCode.OK);
            }

            return $"p{n}";
        }),
        ("a yes in an import", async (world, n) =>
        {
            await world.Host.TellAsync(
                "identify",
                $$$"""{"userId":"p{{{n}}}","traits":{"email_consent":true,"sms_consent":true},"context":{"import":true,"optIn":true}}""");
            await world.Host.TellAsync(
                "track", $$$"""{"userId":"p{{{n}}}","event":"Subscribed","context":{"import":true},"properties":{"channel":"email"}}""");
            return $"p{n}";
        }),
        ("a yes that names another address", async (world, n) =>
        {
            await world.Host.TellAsync(
                "track",
                $$$"""{"userId":"p{{{n}}}","event":"Subscribed","properties":{"channel":"email","email":"other{{{n}}}@bücher.example","source":"website"}}""");
            await world.Host.TellAsync(
                "track",
                $$$"""{"userId":"p{{{n}}}","event":"Subscribed","properties":{"channel":"sms","phone":"+1555399{{{n:0000}}}","source":"website"}}""");
            await world.Host.TellAsync(
                "track",
                $$$"""{"userId":"p{{{n}}}","event":"Form Submitted","properties":{"email":"other{{{n}}}@bücher.example","email_consent":true},"context":{"optIn":true}}""");
            return $"p{n}";
        }),
        ("a trait that looks like a person's word", async (world, n) =>
        {
            await world.Host.TellAsync(
                "identify",
                $$$"""{"userId":"p{{{n}}}","traits":{"email_consent":true,"sms_consent":true,"context.optIn":{"source":"x"},"optIn":true}}""");
            return $"p{n}";
        }),
    ];

    /// <summary>The person's own yes, by each way there is.</summary>
    private static readonly (string Name, string Sent, Func<NoWorld, int, Task> Say)[] Words =
    [
        ("“subscribe again” behind the link of a moment ago", "email", async (world, _) =>
            (await world.UnsubscribeAsync("subscribe")).ShouldBe(HttpStatusCode.OK)),
        ("START", "text", async (world, n) => await world.ReplyAsync($"+155530{n:00}001", "Start!")),
        ("Subscribed to emails", "email", (world, n) => world.Host.TellAsync(
            "track", $$$"""{"userId":"p{{{n}}}","event":"Subscribed","properties":{"channel":"email","source":"website"}}""")),
        ("Subscribed to texts", "text", (world, n) => world.Host.TellAsync(
            "track", $$$"""{"userId":"p{{{n}}}","event":"Subscribed","properties":{"channel":"SMS","source":"website"}}""")),
        ("opt-in by the API", "email text", async (world, n) =>
        {
            foreach (var channel in (string[])["email", "text"])
                (await world.Manager.PostAsync(
                    $"customers/p{n}/opt-in",
                    $$"""{"channel":"{{channel}}","source":"at the counter","at":"{{world.Now:O}}"}""")).Expect(HttpStatusCode.OK);
        }),
        ("identify with the person's word", "email text", (world, n) => world.Host.TellAsync(
            "identify",
            $$$$"""{"userId":"p{{{{n}}}}","traits":{"email_consent":true,"sms_consent":true},"context":{"optIn":{"source":"newsletter form"}}}""")),
        ("a form with the person's word", "email", (world, n) => world.Host.TellAsync(
            "track",
            $$$"""{"userId":"p{{{n}}}","event":"Form Submitted","properties":{"form":"newsletter","email_consent":true},"context":{"optIn":true}}""")),
        ("START told by another system", "text", (world, n) => world.Host.TellAsync(
            "track", $$$"""{"userId":"p{{{n}}}","event":"Message Replied","properties":{"channel":"text","text":"START"}}""")),
    ];

    [Fact]
    public async Task No_way_leads_back_to_who_said_no()
    {
        for (var n = 0; n < Ways.Length; n++)
        {
            await LeaveAsync(n);
            var (name, back) = Ways[n];
            (await _world.OfferAsync(await back(_world, n))).ShouldBe("", name);
        }

        _world.Texts.Count.ShouldBe(Ways.Length, "only the first text of each");
    }

    [Fact]
    public async Task Every_own_yes_is_heard()
    {
        for (var n = 0; n < Words.Length; n++)
        {
            await LeaveAsync(n);
            var (name, sent, say) = Words[n];
            await say(_world, n);
            (await _world.OfferAsync($"p{n}")).ShouldBe(sent, name);
        }
    }

    /// <summary>Person n gets the offer once, unsubscribes by its link and answers STOP.</summary>
    private async Task LeaveAsync(int n)
    {
        await _world.KnowAsync($"p{n}", $"p{n}@bücher.example", $"+155530{n:00}001");
        (await _world.OfferAsync($"p{n}")).ShouldBe("email text");
        (await _world.UnsubscribeAsync()).ShouldBe(HttpStatusCode.OK);
        await _world.ReplyAsync($"+155530{n:00}001", "STOP");
        (await _world.OfferAsync($"p{n}")).ShouldBe("");
    }

    private static async Task<string> NewAsync(NoWorld world, int n, string email, string phone)
    {
        await world.KnowAsync($"new-{n}", email, phone);
        return $"new-{n}";
    }

    private static async Task<string> ImportedAsync(NoWorld world, int n)
    {
        (await world.Manager.SendAsync(
            HttpMethod.Post, "customers/import",
            $"user_id,email,phone,email_consent,sms_consent\nimported-{n},p{n}@bücher.example,+155530{n:00}001,true,true\n", [],
            "text/csv")).Expect(HttpStatusCode.OK);
        return $"imported-{n}";
    }
}
