using System.Net;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Customers;

public sealed class Customers_by_API(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Are_made_changed_and_read()
    {
        var manager = host.Manager();
        var id = Stories.NewCustomer();
        var made = (await manager.PutAsync(
            $"customers/{id}",
            """{"fields":{"first_name":"Ann","email":"ann@example.com","lawn":{"size":3}},"tags":["vip","new"],"records":[{"type":"invoice","id":"i-1","status":"past-due","properties":{"total":90}}]}"""))
            .Expect(HttpStatusCode.Created).Json;
        made.GetProperty("name").GetString().ShouldBe("Ann");
        made.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ShouldBe(["new", "vip"]);
        var record = made.GetProperty("records")[0];
        (record.GetProperty(
            "type").GetString(), record.GetProperty(
                "status").GetString(), record.GetProperty("properties")
                    .GetProperty("total").GetInt32()).ShouldBe(("invoice", "past-due", 90));

        var changed = (await manager.PutAsync(
            $"customers/{id}", """{"fields":{"last_name":"Lee"},"tags":["vip"],"automationsOff":true}""")).Expect(HttpStatusCode.OK).Json;
        changed.GetProperty("fields").GetProperty("first_name").GetString().ShouldBe("Ann");
        changed.GetProperty("fields").GetProperty("last_name").GetString().ShouldBe("Lee");
        changed.GetProperty("tags").GetArrayLength().ShouldBe(1);
        changed.GetProperty("automationsOff").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Are_erased_with_everything_known_of_them()
    {
        var manager = host.Manager();
        await manager.PublishAsync(Documents.FollowUp("Erase"));
        var id = await host.SendEstimateAsync("erase-1");
        (await manager.DeleteAsync($"customers/{id}")).Expect(HttpStatusCode.NoContent);
        (await manager.GetAsync($"customers/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await manager.DeleteAsync($"customers/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await manager.AdvanceAsync("P4D");
        await using var context = host.Context();
        (await context.Events.AnyAsync(row => row.Properties!.Contains(id), TestContext.Current.CancellationToken)).ShouldBeFalse();
        (await context.Messages.AnyAsync(row => row.To.Contains(id), TestContext.Current.CancellationToken)).ShouldBeFalse();

        // The same id later is a new person.
        (await manager.PutAsync($"customers/{id}", """{"fields":{"first_name":"New"}}"""))
            .Expect(HttpStatusCode.Created).Json
            .GetProperty("records").GetArrayLength()
            .ShouldBe(0);
    }

    [Fact]
    public async Task Are_imported_from_CSV_without_entering_anything()
    {
        var manager = host.Manager();
        var csv =
            "user_id;first_name;email;tags;email_consent;city\ncsv-1;Ann;ann@example.com;\"vip|lawn\";yes;Tulsa\ncsv-2;\"Bob "
                + "\"\"B\"\"\";;;;\n";
        (await Import(manager, csv)).Expect(HttpStatusCode.OK)["imported"].ShouldBe("2");
        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        var ann = (await manager.GetAsync("customers/csv-1")).Expect(HttpStatusCode.OK).Json;
        ann.GetProperty("tags").GetArrayLength().ShouldBe(2);
        ann.GetProperty("consent").GetProperty("email").GetBoolean().ShouldBeTrue();
        ann.GetProperty("fields").GetProperty("address").GetProperty("city").GetString().ShouldBe("Tulsa");
        (await manager.GetAsync("customers/csv-2"))["name"].ShouldBe("Bob \"B\"");
    }

    [Theory]
    [InlineData("name\nAnn\n", "row 1")]
    [InlineData("user_id,user_id\na,b\n", "row 1")]
    [InlineData("user_id,status\nbad-1,lead\nbad-2,asleep\n", "row 3: status")]
    [InlineData("user_id,status\nbad-1,lead\n,lead\n", "row 3: user_id")]
    [InlineData("user_id,birthday\nbad-1,soon\n", "row 2: birthday")]
    [InlineData("user_id,email_consent\nbad-1,maybe\n", "row 2: email_consent")]
    [InlineData("user_id,note\nbad-1,\"open\n", "row 2")]
    [InlineData("", "row 1")]
    public async Task A_bad_file_names_its_row_and_stores_nothing(string csv, string field)
    {
        var answer = await Import(host.Manager(), csv);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer.Fields.ShouldContain(field, answer.Text);
        (await host.Manager().GetAsync("customers/bad-1")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_413() =>
        (await Import(
            host.Manager(),
            "user_id,note\n"
            + string.Concat(Enumerable.Repeat(
                $"big-1,{new string('x', 10_000)}\n", 2_200)))).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);

    private static Task<Answer> Import(Client client, string csv) =>
        client.SendAsync(HttpMethod.Post, "customers/import", csv, [], "text/csv");
}
