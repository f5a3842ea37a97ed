using System.Net;
using FlowBuilder.Application.Runs;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.Model.Customers;
using FlowBuilder.Web.Components.Runs.Activity;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Runs.Activity;

public sealed class The_activity_is_filtered_and_exported(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Formula = "=HYPERLINK(1)";

    [Theory]
    [InlineData("2026-03-01", "2026-03-31", 2026, 3, 1, 31)]
    [InlineData("2026-02-30", "yesterday", null, null, null, null)]
    public void Days_stand_in_the_address_and_misspelt_ones_count_as_not_there(
        string from, string until, int? year, int? month, int? first, int? last)
    {
        var query = ActivityQuery.Read(null, null, null, null, null, from, until);

        query.ShouldBe(new ActivityQuery(
            From: first is { } one ? new DateOnly(year!.Value, month!.Value, one) : null,
            Until: last is { } other ? new DateOnly(year!.Value, month!.Value, other) : null));
        query.Address(ActivityQuery.ExportAddress)
            .ShouldBe(first is null ? ActivityQuery.ExportAddress : $"{ActivityQuery.ExportAddress}?from={from}&until={until}");
    }

    [Fact]
    public async Task By_the_days_of_the_company()
    {
        var (early, late) = await TwoAsync();
        var day = await DayAsync(late);

        (await NamesAsync(new ActivityQuery(Sequence: Guid.Parse(late.Sequence), From: day))).ShouldBe(["Late Miller"]);
        (await NamesAsync(new ActivityQuery(Sequence: Guid.Parse(late.Sequence), Until: day.AddDays(-1)))).ShouldBe([$"{Formula} Miller"]);
        (await NamesAsync(new ActivityQuery(Sequence: Guid.Parse(early.Sequence), From: day.AddDays(1)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task By_words_that_fit_few_customers_or_more_than_are_named()
    {
        var (early, late) = await TwoAsync();

        (await NamesAsync(new ActivityQuery($"{late.Customer}@example.com"))).ShouldBe(["Late Miller"]);
        (await NamesAsync(new ActivityQuery("no one of that name"))).ShouldBeEmpty();
        await using (var context = host.Context())
        {
            context.Customers.AddRange(Enumerable.Range(0, RunSearch.MostNamed + 1)
                .Select(
                    index =>
                        new CustomerRow { CompanyId = 1, Id = 9_000_000_000 + index, Name = "Many Miller", SearchText = "many miller" }));
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        (await NamesAsync(new ActivityQuery(
            "miller", Sequence: Guid.Parse(early.Sequence)))).ShouldBe(["Late Miller", $"{Formula} Miller"]);
    }

    [Fact]
    public async Task Into_a_file_without_formulas_that_holds_what_the_filters_show()
    {
        var (early, late) = await TwoAsync();
        using var browser = await host.SignedInAsync("viewer");

        var rows = await ExportAsync(browser, new ActivityQuery(Sequence: Guid.Parse(early.Sequence)));

        rows.Select(row => row["Customer"]).ShouldBe(["Late Miller", $"'{Formula} Miller"]);
        rows[0]["Sequence"].ShouldBe($"Season {late.Number}");
        rows[0]["Status"].ShouldBe("Waiting");
        (rows[1]["Status"], rows[1]["Why it ended"]).ShouldBe(("Finished", "Reached the end."));
        (await ExportAsync(
            browser, new ActivityQuery(Sequence: Guid.Parse(early.Sequence), State: EnrollmentState.Done))).Count.ShouldBe(1);
        (await ExportAsync(browser, new ActivityQuery(Sequence: Guid.Parse(early.Sequence), Node: "w")))
            .Select(row => row["Customer"])
            .ShouldBe(["Late Miller"]);
        using var owner = await host.SignedInAsync("owner");
        (await owner.GetStringAsync(
            new Uri("/settings/audit-log?kind=activity", UriKind.Relative),
            TestContext.Current.CancellationToken)).ShouldContain("Exported a part of the activity");
    }

    [Fact]
    public async Task In_blocks_that_join_without_a_gap_or_a_repeat()
    {
        var (early, _) = await TwoAsync();
        await using var context = host.Context();
        var search = await RunSearch.PrepareAsync(
            context, new ActivityQuery(Sequence: Guid.Parse(early.Sequence)), [], TimeZoneInfo.Utc, TestContext.Current.CancellationToken);

        foreach (var block in (int[])[1, 2, 3])
            (await search.AllAsync(block, TestContext.Current.CancellationToken)
                .Select(line => line.Name)
                .ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(["Late Miller", $"{Formula} Miller"]);
    }

    [Fact]
    public async Task And_the_other_company_exports_nothing_of_it()
    {
        var (early, _) = await TwoAsync();
        using var other = await host.SignedInAsync("owner", 2);

        (await ExportAsync(other, new ActivityQuery(Sequence: Guid.Parse(early.Sequence)))).ShouldBeEmpty();
        (await ExportAsync(other, new ActivityQuery())).ShouldBeEmpty();
        using var nobody = host.CreateClient(new() { AllowAutoRedirect = false });
        using var answer =
            await nobody.GetAsync(new Uri(ActivityQuery.ExportAddress, UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>One who came three days before the other, with a name that a spreadsheet would take for a formula.</summary>
    private async Task<(RunWorld Early, RunWorld Late)> TwoAsync()
    {
        var early = await RunWorld.MakeAsync(host, Formula, tag: "vip");
        (await host.Manager().AdvanceAsync("P3D")).Expect(HttpStatusCode.OK);
        return (early, await early.AnotherAsync("Late"));
    }

    private async Task<DateOnly> DayAsync(RunWorld world)
    {
        await using var context = host.Context();
        var entered = await context.Enrollments
            .Where(run => run.Id == world.Run)
            .Select(run => run.EnteredAt)
            .SingleAsync(TestContext.Current.CancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(
            await context.Companies.Select(company => company.TimeZone).SingleAsync(TestContext.Current.CancellationToken));
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(entered, zone).DateTime);
    }

    private async Task<IEnumerable<string>> NamesAsync(ActivityQuery query)
    {
        using var browser = await host.SignedInAsync("viewer");
        var html = await browser.GetStringAsync(new Uri(query.Address(), UriKind.Relative), TestContext.Current.CancellationToken);
        return System.Text.RegularExpressions.Regex
            .Matches(html, "data-testid=\"open-run\">([^<]*)<")
            .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));
    }

    private static async Task<List<Dictionary<string, string>>> ExportAsync(HttpClient browser, ActivityQuery query)
    {
        using var answer = await browser.GetAsync(
            new Uri(query.Address(ActivityQuery.ExportAddress), UriKind.Relative), TestContext.Current.CancellationToken);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        return CsvText.Read(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
