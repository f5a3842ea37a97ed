using System.Net;
using FlowBuilder.Storage.Model.Customers;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Customers.Importing;

public sealed class Many_customers_at_once(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Are_entered_only_after_the_number_was_confirmed()
    {
        await using (var context = host.Context())
        {
            for (var i = 1; i <= 1_001; i++)
                context.Customers.Add(new CustomerRow
                {
                    CompanyId = 1, Id = 1_000_000 + i, UserId = $"many-{i}", Fields = "{}", CreatedAt = DateTimeOffset.UnixEpoch
                });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var manager = host.Manager();
        var document = """
            { "format": "flowbuilder.sequence/1", "title": "Everyone",
              "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "at-time", "at": "2030-01-01T09:00:00Z" } }, { "id": "a", "kind": "action", "step": { "type": "add-tag", "tag": "all" } } ],
              "edges": [ { "from": "t", "to": "a" } ] }
            """;
        var id = (await manager.PostAsync("sequences", document)).Expect(HttpStatusCode.Created)["id"];
        var asks = (await manager.PostAsync($"sequences/{id}/publish")).Expect(HttpStatusCode.Conflict);
        asks["customers"].ShouldBe("1001");
        (await manager.PostAsync($"sequences/{id}/publish?confirm=7")).Expect(HttpStatusCode.Conflict);
        (await manager.PostAsync($"sequences/{id}/publish?confirm=many")).Expect(HttpStatusCode.BadRequest).Fields.ShouldBe(["confirm"]);
        (await manager.GetAsync($"sequences/{id}"))["state"].ShouldBe("draft");
        (await manager.PostAsync($"sequences/{id}/publish?confirm=1001")).Expect(HttpStatusCode.OK)["version"].ShouldBe("1");
    }

    [Fact]
    public async Task An_imported_document_is_bound_to_what_the_company_has()
    {
        var manager = host.Manager(2);
        (await manager.PutAsync(
            "templates/own-key", """{"name":"Estimate reminder","channel":"text","text":"Hello"}""")).Expect(HttpStatusCode.OK);
        var foreign = """
            { "format": "flowbuilder.sequence/1", "title": "From elsewhere",
              "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "manual" } }, { "id": "a", "kind": "action", "step": { "type": "text-customer", "template": "estimate-reminder" } } ],
              "edges": [ { "from": "t", "to": "a" } ], "references": { "estimate-reminder": "Estimate reminder" } }
            """;
        var id = (await manager.PostAsync("sequences/import", foreign)).Expect(HttpStatusCode.Created)["id"];
        (await manager.PostAsync($"sequences/{id}/publish")).Expect(HttpStatusCode.OK);
        await using var context = host.Context(2);
        context.SequenceVersions.Single(version => version.SequenceId == Guid.Parse(id)).Plan.ShouldContain("own-key");
    }
}
