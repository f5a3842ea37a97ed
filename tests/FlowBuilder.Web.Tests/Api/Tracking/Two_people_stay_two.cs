using System.Net;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Tracking;

/// <summary>Cases I01, I02, I10 end to end: no placeholder joins two people, known customers are joined by hand alone.</summary>
public sealed class Two_people_stay_two(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task An_alias_joins_no_two_known_customers_and_the_history_says_so()
    {
        await host.TellAsync("identify", """{"userId":"C3a","traits":{"name":"Anna","email":"a@x.test"}}""");
        await host.TellAsync("identify", """{"userId":"C3b","traits":{"name":"Bob","email":"b@x.test"}}""");

        await host.TellAsync("alias", """{"userId":"C3a","previousId":"C3b"}""");

        (await host.Manager().GetAsync("customers/C3a")).Json.GetProperty("name").GetString().ShouldBe("Anna");
        (await host.Manager().GetAsync("customers/C3b")).Json.GetProperty("name").GetString().ShouldBe("Bob");
        (await host.Manager().GetAsync("customers/C3a/timeline")).Text.ShouldContain("Not merged with the other id");
    }

    [Fact]
    public async Task An_anonymous_person_is_joined_by_alias()
    {
        await host.TellAsync("identify", """{"anonymousId":"v-1","traits":{"first_name":"Vera"}}""");
        await host.TellAsync("identify", """{"userId":"V1","traits":{"email":"v@x.test"}}""");

        await host.TellAsync("alias", """{"userId":"V1","previousId":"v-1"}""");

        (await host.Manager().GetAsync("customers/V1")).Json.GetProperty("fields").GetProperty("first_name").GetString().ShouldBe("Vera");
    }

    [Fact]
    public async Task Known_customers_are_joined_by_hand()
    {
        await host.TellAsync("identify", """{"userId":"M1","traits":{"first_name":"Mia"}}""");
        await host.TellAsync("identify", """{"userId":"M2","traits":{"first_name":"Maria","phone":"+14155552671"}}""");

        var answer = await host.Manager().PostAsync("customers/M1/merge", """{"other":" M2 "}""");

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        (answer.Json.GetProperty("fields")
            .GetProperty(
                "first_name").GetString(), answer.Json.GetProperty("fields")
                    .GetProperty("phone").GetString()).ShouldBe(("Mia", "+14155552671"));
        (await host.Manager().GetAsync("customers/M2")).Json.GetProperty("userId").GetString().ShouldBe("M1");
        (await host.Manager().PostAsync("customers/M1/merge", """{"other":"M2"}""")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await host.Manager().PostAsync("customers/M1/merge", """{"other":"nobody"}""")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Manager().PostAsync("customers/M1/merge", """{"other":"undefined"}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await host.With("read").PostAsync("customers/M1/merge", """{"other":"M2"}""")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await host.Manager(2).PostAsync("customers/M1/merge", """{"other":"M2"}""")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_customer_is_found_and_changed_under_every_spelling_of_the_id()
    {
        await host.TellAsync("identify", """{"userId":" Q4 ","traits":{"city":"Hull"}}""");

        (await host.Manager().GetAsync("customers/Q4.")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Manager()
            .PutAsync("customers/%20Q4%20", """{"fields":{"address":{"city":"Hull"}}}""")).Status.ShouldBe(HttpStatusCode.OK);
        (await host.Manager().PutAsync("customers/Q4", """{"fields":{"address":{"state":"MA"}}}""")).Status.ShouldBe(HttpStatusCode.OK);

        var read = (await host.Manager().GetAsync("customers/Q4")).Json;
        read.GetProperty("fields").GetProperty("address").GetRawText().ShouldBe("""{"city":"Hull","state":"MA"}""");
        (read.GetProperty("timeZone")
            .GetProperty(
                "zones")[0].GetString(), read.GetProperty("timeZone")
                    .GetProperty("source").GetString()).ShouldBe(("America/New_York", "address"));
    }

    [Theory]
    [InlineData("undefined")]
    [InlineData("null")]
    [InlineData("%5Bobject%20Object%5D")]
    [InlineData("0")]
    public async Task A_placeholder_is_no_customer_to_be_made(string id) =>
        (await host.Manager().PutAsync($"customers/{id}", """{"fields":{"city":"Hull"}}""")).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_file_with_a_placeholder_for_an_id_is_refused_by_row()
    {
        var answer = await host.Manager()
            .SendAsync(HttpMethod.Post, "customers/import", "user_id,first_name\nA1,Ann\nundefined,Bob\n", [], "text/csv");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Fields.ShouldBe(["row 3: user_id"]);
    }
}
