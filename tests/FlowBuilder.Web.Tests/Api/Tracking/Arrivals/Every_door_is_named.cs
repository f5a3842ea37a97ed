using System.Net;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Authoring.Merging;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Steps;
using FlowBuilder.Runtime.Intake;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Web.Api.Tracking.Arrivals;
using FlowBuilder.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Tracking.Arrivals;

public sealed class Every_door_is_named(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly RecentArrivals _recent = host.Services.GetRequiredService<RecentArrivals>();

    private Arrival Last => _recent.Of(new CompanyId(1))[0];

    [Fact]
    public async Task What_a_tracking_call_tells()
    {
        await host.TellAsync("track", """{"userId":"d1","event":"Asked"}""");
        (Last.Name, Last.Door).ShouldBe(("Asked", "Tracking (/v1)"));
    }

    [Fact]
    public async Task What_the_API_changes()
    {
        (await host.Manager().PutAsync("customers/d2", """{"fields":{"time_zone":"Mars/Phobos"}}""")).Expect(HttpStatusCode.Created);
        (Last.Name, Last.Door).ShouldBe((EventNames.Identify, "API (/api/v1)"));
        Last.Doubts.ShouldBe(["“Mars/Phobos” is not a time zone."]);
    }

    [Fact]
    public async Task A_file_is_one_line_however_many_rows_it_has()
    {
        var before = _recent.Of(new CompanyId(1)).Count;
        (await host.Manager()
            .SendAsync(
                HttpMethod.Post, "customers/import", "user_id,time_zone\nd3,Nowhere\nd4,Nowhere\nd5,Europe/Paris\n", [],
                "text/csv")).Expect(HttpStatusCode.OK);
        _recent.Of(new CompanyId(1)).Count.ShouldBe(before + 1);
        (Last.Name, Last.Door, Last.Understood).ShouldBe(("Import", "Import of a file", "Describes 3 customers from a file, as history."));
        Last.Doubts.ShouldBe(["“Nowhere” is not a time zone."]);
    }

    [Fact]
    public async Task Two_customers_merged_by_API()
    {
        await host.TellAsync("identify", """{"userId":"d6","traits":{"city":"Hull"}}""");
        await host.TellAsync("identify", """{"userId":"d7","traits":{"city":"Hull"}}""");
        (await host.Manager().PostAsync("customers/d6/merge", """{"other":"d7"}""")).Expect(HttpStatusCode.OK);
        (Last.Door, Last.Understood).ShouldBe(("API (/api/v1)", "Merges two known customers into one, because a person said so."));
    }

    [Theory]
    [InlineData("d9-visitor", "Merges a visitor into a customer.")]
    [InlineData("d9-known", "Names two known customers as one. They stay separate until a person merges them (Customers > Merge).")]
    public async Task An_alias_is_told_as_it_was_taken(string previous, string understood)
    {
        await host.TellAsync("identify", """{"userId":"d9","traits":{"city":"Hull"}}""");
        await host.TellAsync("identify", """{"userId":"d9-known","traits":{"city":"Hull"}}""");
        await host.TellAsync("alias", $$"""{"userId":"d9","previousId":"{{previous}}"}""");
        Last.Understood.ShouldBe(understood);
    }

    [Fact]
    public async Task What_has_come_before_is_told_so()
    {
        foreach (var understood in (string[])[
            "A custom event of a customer, with no property.", "A repeat with the same message id: it was not processed again."
        ])
        {
            await host.TellAsync("track", """{"userId":"d10","event":"Asked","messageId":"d10-once"}""");
            Last.Understood.ShouldBe(understood);
        }
    }

    [Fact]
    public async Task What_was_refused_has_not_arrived()
    {
        var before = _recent.Of(new CompanyId(1)).Count;
        (await host.Manager().PutAsync("customers/undefined", """{"fields":{"city":"Hull"}}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        _recent.Of(new CompanyId(1)).Count.ShouldBe(before);
    }

    [Fact]
    public async Task What_the_program_tells_itself_is_shown_to_nobody()
    {
        var before = _recent.Of(new CompanyId(1)).Count;
        await host.Services.GetRequiredService<IIntake>().AcceptAsync(
            [new IncomingEvent
            {
                Company = new CompanyId(1), Source = "demo", MessageId = $"{Guid.NewGuid()}", UserId = "d8", Kind = EventKind.Track,
                Name = "Asked"
            }],
            TestContext.Current.CancellationToken);
        _recent.Of(new CompanyId(1)).Count.ShouldBe(before);
    }

    [Fact]
    public void Every_door_has_words_of_its_own() => Enum.GetValues<EventOrigin>().Select(ArrivalText.Words).ShouldBeUnique();
}
