using System.Net;
using System.Text.Json.Nodes;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Sequences;

/// <summary>A protected sequence's drawing and the templates it sends, through doors that do not name the sequence.</summary>
public sealed class What_a_password_guards_elsewhere(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Header = "X-Sequence-Password";
    private const string Password = "mulch & marigold";

    [Theory]
    [InlineData("sequences", "draft")]
    [InlineData("sequences/import", "draft")]
    [InlineData("sequences", "versions/1")]
    [InlineData("sequences/import", "export")]
    public async Task A_drawing_that_was_read_comes_back_as_another_sequence_only_with_the_password(string door, string read)
    {
        var manager = host.Manager();
        var id = await ProtectedAsync(OwnFollowUp("Guarded drawing", await TemplateAsync()), live: true);
        var document = (await manager.GetAsync($"sequences/{id}/{read}", (Header, Password))).Expect(HttpStatusCode.OK).Text;
        foreach (var copy in (string[])[document, Renamed(document)])
        {
            var refused = (await manager.PostAsync(door, copy)).Expect(HttpStatusCode.Forbidden);
            refused["code"].ShouldBe("password-required");
            refused["detail"].ShouldContain("“Guarded drawing”");
            refused.Json.GetProperty("sequences")[0].GetProperty("id").GetString().ShouldBe(id);
            (await manager.PostAsync(door, copy, (Header, "marigold & mulch")))
                .Expect(HttpStatusCode.Forbidden)["code"]
                .ShouldBe("password-wrong");
            (await manager.PostAsync(door, copy, (Header, Password))).Expect(HttpStatusCode.Created);
        }
    }

    [Fact]
    public async Task A_drawing_saved_over_another_draft_needs_it_and_the_copy_is_worked_on_without()
    {
        var manager = host.Manager();
        var drawing = OwnFollowUp("Guarded save");
        var id = await ProtectedAsync(drawing);
        var other = (await manager.PostAsync("sequences", Documents.OwnByHand())).Expect(HttpStatusCode.Created)["id"];
        var before = (await manager.GetAsync($"sequences/{other}/draft")).Text;
        (await manager.PutAsync($"sequences/{other}/draft", Renamed(drawing)))
            .Expect(HttpStatusCode.Forbidden)["code"]
            .ShouldBe("password-required");
        (await manager.GetAsync($"sequences/{other}/draft")).Text.ShouldBe(before);
        (await manager.PutAsync($"sequences/{other}/draft", Renamed(drawing), (Header, Password))).Expect(HttpStatusCode.OK);
        (await manager.PutAsync($"sequences/{other}/draft", drawing)).Expect(HttpStatusCode.OK);

        var copy = (await manager.PostAsync($"sequences/{id}/copy", null, (Header, Password))).Expect(HttpStatusCode.Created)["id"];
        (await manager.PutAsync(
            $"sequences/{copy}/draft", (await manager.GetAsync($"sequences/{copy}/draft")).Text)).Expect(HttpStatusCode.OK);
        (await manager.PutAsync($"sequences/{id}/draft", Renamed(drawing), (Header, Password))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_drawing_asks_for_nothing_and_neither_does_one_of_a_sequence_without_a_password()
    {
        var manager = host.Manager();
        var drawing = OwnFollowUp("Guarded and other");
        await ProtectedAsync(drawing);
        var other = OwnFollowUp("Other");
        (await manager.PostAsync("sequences", other)).Expect(HttpStatusCode.Created);
        (await manager.PostAsync("sequences", other)).Expect(HttpStatusCode.Created);
        var begun = JsonNode.Parse(drawing)!.AsObject();
        while (begun["nodes"]!.AsArray().Count > 3) begun["nodes"]!.AsArray().RemoveAt(3);
        begun["edges"] = new JsonArray();
        (await manager.PostAsync("sequences", begun.ToJsonString())).Expect(HttpStatusCode.Created);
        (await host.Manager(2).PostAsync("sequences", drawing)).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_template_that_protected_live_sequences_send_is_saved_with_their_passwords_and_they_are_named()
    {
        var manager = host.Manager();
        var template = await TemplateAsync();
        var first = await ProtectedAsync(OwnFollowUp("First sender", template), live: true);
        var second = await ProtectedAsync(OwnFollowUp("Second sender", template), live: true, password: "begonia bed 7");
        var refused = (await PutAsync(template)).Expect(HttpStatusCode.Forbidden);
        refused["code"].ShouldBe("password-required");
        refused["detail"].ShouldContain("The template is sent by “First sender”, “Second sender”");
        refused.Json.GetProperty("sequences").EnumerateArray().Select(one => one.GetProperty("id").GetString()).ShouldBe([first, second]);
        var half = (await PutAsync(template, (Header, Password))).Expect(HttpStatusCode.Forbidden);
        half["detail"].ShouldContain("Second sender");
        half["detail"].ShouldNotContain("First sender");
        (await manager.GetAsync($"templates/{template}"))["revision"].ShouldBe("1");

        (await PutAsync(template, (Header, Password), (Header, "begonia bed 7"))).Expect(HttpStatusCode.OK)["revision"].ShouldBe("2");
        (await PutAsync(template, (Header, $"{Password}, begonia bed 7"))).Expect(HttpStatusCode.OK)["revision"].ShouldBe("3");
    }

    [Fact]
    public async Task A_template_is_free_when_what_sends_it_is_open_or_only_a_draft()
    {
        var template = await TemplateAsync();
        var draft = await ProtectedAsync(OwnFollowUp("Only a draft", template));
        await host.Manager().PublishAsync(OwnFollowUp("Open to all", template));
        (await PutAsync(template)).Expect(HttpStatusCode.OK);
        (await host.Manager().PostAsync($"sequences/{draft}/publish", null, (Header, Password))).Expect(HttpStatusCode.OK);
        (await PutAsync(template)).Expect(HttpStatusCode.Forbidden);
        (await host.Manager().DeleteAsync($"sequences/{draft}/password", (Header, Password))).Expect(HttpStatusCode.OK);
        (await PutAsync(template)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_archived_sequence_guards_what_customers_still_inside_will_get_and_no_longer()
    {
        var manager = host.Manager();
        var template = await TemplateAsync();
        var id = await ProtectedAsync(OwnFollowUp("Archived sender", template), live: true);
        await host.SendEstimateAsync($"guard-{template}");
        (await manager.PostAsync($"sequences/{id}/archive", null, (Header, Password))).Expect(HttpStatusCode.OK);
        (await PutAsync(template)).Expect(HttpStatusCode.Forbidden)["code"].ShouldBe("password-required");
        (await manager.AdvanceAsync("P3D")).Expect(HttpStatusCode.OK);
        (await PutAsync(template)).Expect(HttpStatusCode.OK);
    }

    private async Task<string> ProtectedAsync(string document, bool live = false, string password = Password)
    {
        var manager = host.Manager();
        (await manager.PutAsync("templates/estimate-reminder", Documents.Reminder)).Expect(HttpStatusCode.OK);
        var id = (await manager.PostAsync("sequences", document)).Expect(HttpStatusCode.Created)["id"];
        if (live) (await manager.PostAsync($"sequences/{id}/publish")).Expect(HttpStatusCode.OK);
        (await manager.PutAsync($"sequences/{id}/password", $$"""{"password":"{{password}}"}""")).Expect(HttpStatusCode.OK);
        return id;
    }

    private async Task<string> TemplateAsync()
    {
        var key = $"guarded-{Guid.NewGuid():N}";
        (await PutAsync(key)).Expect(HttpStatusCode.OK);
        return key;
    }

    private Task<Answer> PutAsync(string key, params (string, string)[] headers) =>
        host.Manager().PutAsync($"templates/{key}", Documents.Reminder, headers);

    private static string OwnFollowUp(string title, string template = "estimate-reminder") =>
        Documents.FollowUp(title)
            .Replace("nudging", $"nudging-{Guid.NewGuid():N}", StringComparison.Ordinal)
            .Replace("\"estimate-reminder\"", $"\"{template}\"", StringComparison.Ordinal);

    /// <summary>The same drawing with other names, places and words, and a note.</summary>
    private static string Renamed(string document)
    {
        var json = JsonNode.Parse(document)!;
        json["title"] = "My own work";
        json["description"] = "Nothing to see";
        json.AsObject().Remove("references");
        foreach (var node in json["nodes"]!.AsArray())
        {
            node!["id"] = "x" + node["id"]!.GetValue<string>();
            node["at"] = new JsonArray(7, 7);
        }

        foreach (var edge in json["edges"]!.AsArray())
            foreach (var end in (string[])["from", "to"]) edge![end] = "x" + edge[end]!.GetValue<string>();
        json["nodes"]!.AsArray().Add(new JsonObject { ["id"] = "note", ["kind"] = "note", ["text"] = "Mine" });
        return json.ToJsonString();
    }
}
