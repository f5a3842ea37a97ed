using System.Net;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Storage.Model.Engine;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api;

/// <summary>Company 2 tries every route with things of company 1. A route without a case here fails.</summary>
public sealed class Companies_never_meet(ApiHost host) : IClassFixture<ApiHost>, IAsyncLifetime
{
    private static Things? _things;
    private static readonly SemaphoreSlim Once = new(1, 1);

    /// <summary>Route name to what company 2 sends and what must come back: 404, an empty list, or nothing of company 1.</summary>
    private static readonly Dictionary<string, Func<Client, Things, Task<bool>>> Cases = new()
    {
        ["ListCustomers"] = async (other, _) => (await other.GetAsync("customers")).Items.Count == 0,
        ["ReadCustomer"] = (other, things) => NotFound(other.GetAsync($"customers/{things.Customer}")),
        ["PutCustomer"] = async (other, things) => (await other.PutAsync($"customers/{things.Customer}-2", """{"fields":{}}""")).Json
            .GetProperty("fields").EnumerateObject()
            .All(field => field.Name != "first_name")
            && (await other.DeleteAsync($"customers/{things.Customer}-2")).Status == HttpStatusCode.NoContent,
        ["DeleteCustomer"] = (other, things) => NotFound(other.DeleteAsync($"customers/{things.Customer}")),
        ["MergeCustomers"] = (other, things) =>
            NotFound(other.PostAsync($"customers/{things.Customer}/merge", $$"""{"other":"{{things.Customer}}"}""")),
        ["ReadTimeline"] = (other, things) => NotFound(other.GetAsync($"customers/{things.Customer}/timeline")),
        ["ReadWhy"] = (other, things) => NotFound(other.GetAsync($"customers/{things.Customer}/why")),
        ["ImportCustomers"] = async (other, _) =>
            (await other.SendAsync(HttpMethod.Post, "customers/import", "user_id\n", [], "text/csv")).Status == HttpStatusCode.OK,
        ["OptInCustomer"] = (other, things) => NotFound(other.PostAsync(
            $"customers/{things.Customer}/opt-in", """{"channel":"email","source":"counter","at":"2026-01-01T00:00:00Z"}""")),
        ["ListSuppressions"] = async (other, _) => (await other.GetAsync("suppressions")).Items.Count == 0,
        ["ExportSuppressions"] = async (other, _) =>
            !(await other.GetAsync("suppressions/export")).Text.Contains("ours@example.com", StringComparison.Ordinal),
        ["AddSuppression"] = async (other, things) =>
            (await other.PostAsync("suppressions", """{"address":"ours@example.com"}""")) is { Status: HttpStatusCode.Created } made
            && made["id"] != things.Suppression
            && (await other.DeleteAsync($"suppressions/{made["id"]}")).Status == HttpStatusCode.NoContent,
        ["ImportSuppressions"] = async (other, _) =>
            (await other.SendAsync(HttpMethod.Post, "suppressions/import", "email\n", [], "text/csv")).Status == HttpStatusCode.OK,
        ["ConfirmSuppression"] = (other, things) => NotFound(other.PostAsync($"suppressions/{things.Suppression}/confirm")),
        ["TakeOffSuppression"] = (other, things) => NotFound(other.DeleteAsync($"suppressions/{things.Suppression}")),
        ["ListSequences"] = async (other, _) => (await other.GetAsync("sequences")).Items.Count == 0,
        ["CreateSequence"] = async (other, things) =>
            (await other.PostAsync("sequences", Documents.ByHand)) is { Status: HttpStatusCode.Created } made
            && (await other.DeleteAsync($"sequences/{made["id"]}")).Status == HttpStatusCode.NoContent,
        ["ImportSequence"] = async (other, things) =>
            (await other.PostAsync("sequences/import", Documents.ByHand)) is { Status: HttpStatusCode.Created } made
            && (await other.DeleteAsync($"sequences/{made["id"]}")).Status == HttpStatusCode.NoContent,
        ["ValidateDocument"] = async (other, _) =>
            (await other.PostAsync("sequences/validate", Documents.FollowUp())) is { Status: HttpStatusCode.OK } answer
            && !answer.Text.Contains("Estimate reminder", StringComparison.Ordinal),
        ["ReadSequence"] = (other, things) => NotFound(other.GetAsync($"sequences/{things.Sequence}")),
        ["CopySequence"] = (other, things) => NotFound(other.PostAsync($"sequences/{things.Sequence}/copy")),
        ["SetPassword"] = (other, things) =>
            NotFound(other.PutAsync($"sequences/{things.Sequence}/password", """{"password":"walnut-hammock"}""")),
        ["RemovePassword"] = (other, things) => NotFound(other.DeleteAsync($"sequences/{things.Sequence}/password")),
        ["DeleteSequence"] = (other, things) => NotFound(other.DeleteAsync($"sequences/{things.Sequence}")),
        ["ReadDraft"] = (other, things) => NotFound(other.GetAsync($"sequences/{things.Sequence}/draft")),
        ["SaveDraft"] = (other, things) => NotFound(other.PutAsync($"sequences/{things.Sequence}/draft", Documents.ByHand)),
        ["ExportSequence"] = (other, things) => NotFound(other.GetAsync($"sequences/{things.Sequence}/export")),
        ["ReadSentences"] = (other, things) => NotFound(other.GetAsync($"sequences/{things.Sequence}/sentences")),
        ["ListVersions"] = (other, things) => NotFound(other.GetAsync($"sequences/{things.Sequence}/versions")),
        ["ReadVersion"] = (other, things) => NotFound(other.GetAsync($"sequences/{things.Sequence}/versions/1")),
        ["ReadStats"] = (other, things) => NotFound(other.GetAsync($"sequences/{things.Sequence}/stats")),
        ["PublishSequence"] = (other, things) => NotFound(other.PostAsync($"sequences/{things.Sequence}/publish")),
        ["PauseSequence"] = (other, things) => NotFound(other.PostAsync($"sequences/{things.Sequence}/pause")),
        ["ResumeSequence"] = (other, things) => NotFound(other.PostAsync($"sequences/{things.Sequence}/resume", """{"pastDue":"send"}""")),
        ["ArchiveSequence"] = (other, things) => NotFound(other.PostAsync($"sequences/{things.Sequence}/archive")),
        ["EnrollByHand"] = (other, things) =>
            NotFound(other.PostAsync($"sequences/{things.Sequence}/enroll", $$"""{"userId":"{{things.Customer}}"}""")),
        ["ListEnrollments"] = async (other, things) =>
            (await other.GetAsync("enrollments")).Items.Count
                + (await other.GetAsync($"enrollments?customer={things.Customer}&sequence={things.Sequence}")).Items.Count
            == 0,
        ["ReadEnrollment"] = (other, things) => NotFound(other.GetAsync($"enrollments/{things.Enrollment}")),
        ["StopEnrollment"] = (other, things) => NotFound(other.PostAsync($"enrollments/{things.Enrollment}/stop")),
        ["SkipWait"] = (other, things) => NotFound(other.PostAsync($"enrollments/{things.Enrollment}/skip-wait")),
        ["MoveEnrollment"] = (other, things) => NotFound(other.PostAsync($"enrollments/{things.Enrollment}/move", """{"node":"m"}""")),
        ["RetryEnrollment"] = (other, things) => NotFound(other.PostAsync($"enrollments/{things.Enrollment}/retry")),
        ["SteerEnrollments"] = async (other, things) =>
            (await other.PostAsync("enrollments/bulk", $$"""{"ids":["{{things.Enrollment}}"],"action":"stop"}""")).Items[0]
                .GetProperty("status").GetInt32()
            == 404,
        ["ListReviews"] = async (other, _) => (await other.GetAsync("reviews")).Items.Count == 0,
        ["ReadReview"] = (other, things) => NotFound(other.GetAsync($"reviews/{things.Review}")),
        ["ApproveReview"] = (other, things) =>
            NotFound(other.PostAsync($"reviews/{things.Review}/approve", $$"""{"etag":"{{things.Etag}}"}""")),
        ["RejectReview"] = (other, things) => NotFound(other.PostAsync($"reviews/{things.Review}/reject", """{"reason":"x"}""")),
        ["RecheckReview"] = (other, things) => NotFound(other.PostAsync($"reviews/{things.Review}/recheck")),
        ["EditReview"] = (other, things) =>
            NotFound(other.PostAsync($"reviews/{things.Review}/edit", $$"""{"etag":"{{things.Etag}}","messages":[]}""")),
        ["AskColleague"] = (other, things) => NotFound(other.PostAsync($"reviews/{things.Review}/ask", """{"colleague":"owner-1"}""")),
        ["SnoozeReview"] = (other, things) => NotFound(other.PostAsync($"reviews/{things.Review}/snooze", """{"until":null}""")),
        ["DecideReviews"] = async (other, things) =>
            (await other.PostAsync(
                "reviews/bulk", $$"""{"items":[{"id":"{{things.Review}}","decision":"approve","etag":"{{things.Etag}}"}]}""")).Items[0]
                .GetProperty("status").GetInt32()
            == 404,
        ["ListMessages"] = async (other, _) => (await other.GetAsync("messages")).Items.Count == 0,
        ["ReadMessage"] = (other, things) => NotFound(other.GetAsync($"messages/{things.Message}")),
        ["ResolveMessage"] = (other, things) => NotFound(other.PostAsync($"messages/{things.Message}/resolve", """{"as":"resend"}""")),
        ["CancelMessage"] = (other, things) => NotFound(other.PostAsync($"messages/{things.Message}/cancel")),
        ["ListToDos"] = async (other, _) => (await other.GetAsync("todos")).Items.Count == 0,
        ["CompleteToDo"] = (other, things) => NotFound(other.PostAsync($"todos/{things.ToDo}/complete")),
        ["ListTemplates"] = async (other, _) => !(await other.GetAsync("templates")).Text.Contains("only-ours", StringComparison.Ordinal),
        ["ReadTemplate"] = (other, _) => NotFound(other.GetAsync("templates/only-ours")),
        ["PutTemplate"] = async (other, _) =>
            (await other.PutAsync("templates/only-ours", """{"channel":"text","text":"Theirs"}""", ("If-Match", "\"1\""))).Status
            == HttpStatusCode.PreconditionFailed,
        ["ListParkedInputs"] = async (other, _) => (await other.GetAsync("parked-inputs")).Items.Count == 0,
        ["RetryParkedInput"] = (other, things) => NotFound(other.PostAsync($"parked-inputs/{things.Parked}/retry")),
        ["GiveUpParkedInput"] = (other, things) => NotFound(other.PostAsync($"parked-inputs/{things.Parked}/give-up")),
        ["ReadClock"] = async (other, _) =>
            (await other.GetAsync("qa/clock")).Json.EnumerateObject().Select(member => member.Name).SequenceEqual(["now"]),
        ["MoveClock"] = async (other, _) =>
            (await other.AdvanceAsync("PT0S")).Json.EnumerateObject().Select(member => member.Name).SequenceEqual(["now", "drained"]),
    };

    public async ValueTask InitializeAsync()
    {
        await Once.WaitAsync();
        try
        {
            _things ??= await MakeAsync();
        }
        finally
        {
            Once.Release();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Another_companys_key_finds_nothing(string route)
    {
        (await Cases[route](host.Manager(2), _things!)).ShouldBeTrue(route);

        // What belongs to company 1 is still as it was.
        var own = host.Manager();
        (await own.GetAsync($"enrollments/{_things!.Enrollment}"))["state"].ShouldBe("waiting");
        (await own.GetAsync($"reviews/{_things.Review}"))["state"].ShouldBe("waiting");
        (await own.GetAsync("templates/only-ours"))["channel"].ShouldBe("email");
        (await own.GetAsync($"sequences/{_things.Sequence}"))["state"].ShouldBe("live");
        (await own.GetAsync("parked-inputs")).Items.Count.ShouldBe(1);
    }

    [Fact]
    public void Every_route_has_a_case() => Routes().Except(Cases.Keys).ShouldBeEmpty();

    [Fact]
    public void No_case_is_for_a_route_that_is_gone() => Cases.Keys.Except(Routes()).ShouldBeEmpty();

    [Fact]
    public async Task A_foreign_id_answers_like_one_nobody_has()
    {
        var foreign = await host.Manager(2).GetAsync($"enrollments/{_things!.Enrollment}");
        var nobody = await host.Manager(2).GetAsync("enrollments/123");
        (foreign.Status, foreign["title"], foreign["detail"]).ShouldBe((nobody.Status, nobody["title"], nobody["detail"]));
    }

    [Fact]
    public async Task Events_of_one_company_reach_no_customer_of_the_other()
    {
        await host.TellAsync(
            "track", $$$"""{"userId":"{{{_things!.Customer}}}","event":"Estimate Accepted","properties":{"estimate_id":"meet-1"}}""",
            company: 2);
        (await host.Manager().GetAsync($"enrollments/{_things.Enrollment}"))["state"].ShouldBe("waiting");
        (await host.Manager(2).DeleteAsync($"customers/{_things.Customer}")).Expect(HttpStatusCode.NoContent);
    }

    private IEnumerable<string> Routes() => host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
        .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? endpoint.RoutePattern.RawText!);

    private static async Task<bool> NotFound(Task<Answer> answer) => (await answer).Status == HttpStatusCode.NotFound;

    private async Task<Things> MakeAsync()
    {
        var manager = host.Manager();
        var sequence = await manager.PublishAsync(Documents.FollowUp());
        (await manager.PutAsync("templates/only-ours", Documents.Reminder)).Expect(HttpStatusCode.OK);
        var customer = await host.SendEstimateAsync("meet-1");
        var enrollment = (await manager.GetAsync($"enrollments?customer={customer}&sequence={sequence}")).Items[0]
            .GetProperty("id").GetString()!;
        var toDo = (await manager.GetAsync($"todos?customer={customer}")).Items[0].GetProperty("id").GetString()!;

        var mailed = await host.SendEstimateAsync("meet-2");
        await manager.AdvanceAsync("P3D");
        var message = (await manager.GetAsync($"messages?customer={mailed}")).Items[0].GetProperty("id").GetString()!;
        await host.TellAsync("track", $$$"""{"userId":"{{{customer}}}","event":"Estimate Sent","properties":{"estimate_id":"meet-3"}}""");
        enrollment = (await manager.GetAsync($"enrollments?customer={customer}&sequence={sequence}&state=waiting")).Items[0]
            .GetProperty("id").GetString()!;

        await manager.PublishAsync(Documents.FollowUp("Reviewed", review: true));
        var asked = await host.SendEstimateAsync("meet-4");
        var review = (await manager.GetAsync($"reviews?customer={asked}")).Items[0];
        await using var context = host.Context();
        context.ParkedInputs.Add(new ParkedInputRow
        {
            Id = 77, CustomerId = 1, At = DateTimeOffset.UnixEpoch, Kind = "due", Input = StoredInput.Write(new TurnInput.Due(new(1))),
            Error = "broke"
        });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        var parked = (await manager.GetAsync("parked-inputs")).Items.Single().GetProperty("id").GetString()!;
        var suppression =
            (await manager.PostAsync("suppressions", """{"address":"ours@example.com"}""")).Expect(HttpStatusCode.Created)["id"];
        return new Things(
            customer, sequence, enrollment, review.GetProperty("id").GetString()!, review.GetProperty("etag").GetString()!, message, toDo,
            parked, suppression);
    }

    private sealed record Things(
        string Customer, string Sequence, string Enrollment, string Review, string Etag, string Message, string ToDo, string Parked,
        string Suppression);
}
