using Bunit;
using FlowBuilder.Application.Lists;
using FlowBuilder.Application.Sequences.Finding;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Web.Components.Elements;
using FlowBuilder.Web.Components.Sequences;
using FlowBuilder.Web.Components.Sequences.List;
using FlowBuilder.Web.Tests.Support;
using MudBlazor;
using Shouldly;
using TestContext = Xunit.TestContext;

namespace FlowBuilder.Web.Tests.Components.Sequences.List;

public sealed class The_list_of_sequences(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData(SequenceState.Draft, true, true, "Open, Export, Copy, Labels..., Delete...")]
    [InlineData(SequenceState.Live, true, true, "Open, Export, Copy, Labels..., Archive...")]
    [InlineData(SequenceState.Archived, true, true, "Open, Export, Copy")]
    [InlineData(SequenceState.Paused, true, false, "Open, Export, Copy, Labels...")]
    [InlineData(SequenceState.Live, false, false, "Open, Export")]
    public async Task A_rows_menu_has_what_may_be_done_with_it(SequenceState state, bool design, bool publish, string items)
    {
        await using var screen = await Screen.OpenAsync(host, "viewer");
        var popovers = screen.Render<MudPopoverProvider>();
        var table = screen.Render<SequenceTable>(
            table => table.Add(one => one.Lines, [Line(state)]).Add(one => one.MayDesign, design).Add(one => one.MayPublish, publish));
        await table.Find("[data-testid=row-menu] button").ClickAsync(new());
        popovers.WaitForAssertion(
            () => string.Join(", ", popovers.FindAll(".mud-menu-item").Select(item => item.TextContent.Trim())).ShouldBe(items));
    }

    [Fact]
    public async Task A_hostile_title_is_text()
    {
        await using var screen = await Screen.OpenAsync(host, "viewer");
        var table = screen.Render<SequenceTable>(
            table => table.Add(
                one => one.Lines,
                [Line(SequenceState.Live) with { Title = "<img src=x onerror=alert(1)>", Description = "<script>alert(1)</script>" }]));
        table.FindAll("img, script").ShouldBeEmpty();
        table.Find("th a").TextContent.ShouldBe("<img src=x onerror=alert(1)>");
    }

    [Fact]
    public async Task The_tab_that_is_shown_is_marked()
    {
        await using var screen = await Screen.OpenAsync(host, "viewer");
        var tabs = screen.Render<AutomationTabs>(tabs => tabs.Add(one => one.Current, "/automations/reviews"));
        tabs.FindAll("[aria-current=page]").Select(tab => tab.TextContent).ShouldBe(["Review Sequence"]);
        tabs.FindAll("a").Select(tab => tab.TextContent).ShouldBe(["Sequences", "Review Sequence", "Activity"]);
    }

    [Fact]
    public async Task Filters_tell_what_was_chosen_and_keep_the_rest()
    {
        await using var screen = await Screen.OpenAsync(host, "viewer");
        SequenceQuery? told = null;
        var filters = screen.Render<SequenceFilters>(
            filters => filters.Add(one => one.Query, new SequenceQuery("spring", SequenceState.Live, SequenceSort.Title, 3))
                .Add(one => one.OnQuery, query => told = query));
        await filters.Find("[data-testid=filter-status]").ChangeAsync(new() { Value = "paused" });
        told.ShouldBe(new SequenceQuery("spring", SequenceState.Paused, SequenceSort.Title));
        await filters.Find("[data-testid=find]").ChangeAsync(new() { Value = "  summer " });
        await filters.Find("form").SubmitAsync();
        told.ShouldBe(new SequenceQuery("summer", SequenceState.Live, SequenceSort.Title));
    }

    [Theory]
    [InlineData(null, null, null, null, "/automations/sequences")]
    [InlineData(" a&b ", "paused", "title", "2", "/automations/sequences?q=a%26b&status=paused&sort=title&page=2")]
    [InlineData("x", "nonsense", "title; drop table sequences", "-7", "/automations/sequences?q=x")]
    public void An_address_says_what_is_shown_and_nonsense_in_it_is_left_out(
        string? text, string? state, string? sort, string? page, string address) =>
        SequenceQuery.Read(text, state, sort, page).Address().ShouldBe(address);

    [Fact]
    public void Label_and_owner_stand_in_the_address_too() =>
        SequenceQuery
            .Read(null, null, null, null, " spring & fall ", "tom").Address()
            .ShouldBe("/automations/sequences?label=spring%20%26%20fall&owner=tom");

    [Fact]
    public async Task Labels_and_owners_are_offered_and_lead_back_to_the_first_page()
    {
        await using var screen = await Screen.OpenAsync(host, "viewer");
        SequenceQuery? told = null;
        var filters = screen.Render<SequenceFilters>(
            filters => filters.Add(one => one.Query, new SequenceQuery(Label: "gone", Page: 3))
                .Add(one => one.OnQuery, query => told = query)
                .Add(one => one.Choices, new SequenceChoices(["sales", "spring"], [("olive", "Olive"), ("tom", "Tom")])));
        filters.FindAll("[data-testid=filter-label] option")
            .Select(option => option.TextContent)
            .ShouldBe(["All", "sales", "spring", "gone"]);
        await filters.Find("[data-testid=filter-label]").ChangeAsync(new() { Value = "spring" });
        told.ShouldBe(new SequenceQuery(Label: "spring"));
        await filters.Find("[data-testid=filter-owner]").ChangeAsync(new() { Value = "tom" });
        told.ShouldBe(new SequenceQuery(Label: "gone", Owner: "tom"));
    }

    [Fact]
    public async Task A_line_has_its_numbers_and_a_trend_that_can_be_read_out()
    {
        await using var screen = await Screen.OpenAsync(host, "viewer");
        var line = Line(SequenceState.Live) with { Labels = ["spring"] };
        var table = screen.Render<SequenceTable>(
            table => table.Add(one => one.Lines, [line, Line(SequenceState.Draft)])
                .Add(one => one.Trends, new Dictionary<SequenceId, IReadOnlyList<int>> { [line.Id] = [0, 2, 6, 4] }));
        string[] numbers = [.. ((string[])[
            "entered", "inside", "finished", "stopped"
        ]).Select(number => table.Find($"[data-testid={number}]").TextContent)];
        numbers.ShouldBe(["12", "3", "4", "5"]);
        table.Find("svg[role=img]")
            .GetAttribute("aria-label")
            .ShouldBe("12 customers entered in the last 4 days, 4 of them today. The most in a day: 6");
        table.Find("polyline").GetAttribute("points").ShouldBe("2,22 28.7,15.3 55.3,2 82,8.7");
        table.FindAll("[data-testid=trend]")[1].TextContent.ShouldBe("–");
        table.Find("[data-testid=label]").GetAttribute("href").ShouldBe("/automations/sequences?label=spring");
        table.FindAll("input[type=checkbox]").ShouldBeEmpty("a viewer can do nothing with several");
    }

    [Fact]
    public async Task The_pager_leads_on_and_back()
    {
        await using var screen = await Screen.OpenAsync(host, "viewer");
        var pager = screen.Render<Pager>(
            pager => pager.Add(one => one.Page, 2)
                .Add(one => one.Size, 50)
                .Add(one => one.All, 120)
                .Add(one => one.What, "sequences")
                .Add(one => one.Address, page => $"/x?page={page}"));
        pager.Markup.ShouldContain("51 to 100 of 120 sequences");
        pager.FindAll("a").Select(link => link.GetAttribute("href")).ShouldBe(["/x?page=1", "/x?page=3"]);
    }

    [Fact]
    public async Task Thousands_of_sequences_are_read_a_page_at_a_time()
    {
        await using var context = host.Context();
        for (var i = 0; i < 3_000; i++)
            context.Sequences.Add(new()
            {
                Id = Guid.NewGuid(), Title = $"Bulk {i:D4}", Draft = "{}", State = SequenceState.Draft, DraftRevision = 1,
                UpdatedAt = DateTimeOffset.UnixEpoch.AddMinutes(i)
            });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        var page = await SequenceSearch.ReadAsync(
            context,
            SequenceSearch.Order(SequenceSearch.Find(context, "bULK", SequenceState.Draft), SequenceSort.Title).Skip(1_000).Take(50),
            TestContext.Current.CancellationToken);
        page.Select(line => line.Title).ShouldBe(Enumerable.Range(1_000, 50).Select(i => $"Bulk {i:D4}"));
    }

    private static SequenceLine Line(SequenceState state) => new(
        new SequenceId(Guid.NewGuid()), "Spring", "", state, 1, state == SequenceState.Draft ? null : 1, [], false, 3, 4, 5, "Olive",
        DateTimeOffset.UnixEpoch, "Olive", "spring");
}
