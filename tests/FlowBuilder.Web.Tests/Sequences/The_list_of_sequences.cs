using Bunit;
using FlowBuilder.Core.Sequences;
using FlowBuilder.Web.Api.Sequences;
using FlowBuilder.Web.Sequences;
using FlowBuilder.Web.Tests.Doubles;
using MudBlazor;
using Shouldly;
using TestContext = Xunit.TestContext;

namespace FlowBuilder.Web.Tests.Sequences;

public sealed class The_list_of_sequences(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData(SequenceState.Draft, true, true, "Open, Export, Copy, Delete...")]
    [InlineData(SequenceState.Live, true, true, "Open, Export, Copy, Archive...")]
    [InlineData(SequenceState.Archived, true, true, "Open, Export, Copy")]
    [InlineData(SequenceState.Paused, true, false, "Open, Export, Copy")]
    [InlineData(SequenceState.Live, false, false, "Open, Export")]
    public async Task A_rows_menu_has_what_may_be_done_with_it(SequenceState state, bool design, bool publish, string items)
    {
        await using var screen = await Screen.OpenAsync(host, "viewer");
        var popovers = screen.Render<MudPopoverProvider>();
        var table = screen.Render<SequenceTable>(table => table.Add(one => one.Lines, [Line(state)]).Add(one => one.MayDesign, design).Add(one => one.MayPublish, publish));
        await table.Find("[data-testid=row-menu] button").ClickAsync(new());
        popovers.WaitForAssertion(() => string.Join(", ", popovers.FindAll(".mud-menu-item").Select(item => item.TextContent.Trim())).ShouldBe(items));
    }

    [Fact]
    public async Task A_hostile_title_is_text()
    {
        await using var screen = await Screen.OpenAsync(host, "viewer");
        var table = screen.Render<SequenceTable>(table => table.Add(one => one.Lines, [Line(SequenceState.Live) with { Title = "<img src=x onerror=alert(1)>", Description = "<script>alert(1)</script>" }]));
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
        var filters = screen.Render<SequenceFilters>(filters => filters.Add(one => one.Query, new SequenceQuery("spring", SequenceState.Live, SequenceSort.Title, 3)).Add(one => one.OnQuery, query => told = query));
        await filters.Find("[data-testid=filter-status]").ChangeAsync(new() { Value = "paused" });
        told.ShouldBe(new SequenceQuery("spring", SequenceState.Paused, SequenceSort.Title));
        await filters.Find("[data-testid=find]").ChangeAsync(new() { Value = "  summer " });
        await filters.Find("form").SubmitAsync();
        told.ShouldBe(new SequenceQuery("summer", SequenceState.Live, SequenceSort.Title));
    }

    [Theory]
    [InlineData(null, null, null, null, "/automations/sequences")]
    [InlineData(" a&b ", "paused", "title", 2, "/automations/sequences?q=a%26b&status=paused&sort=title&page=2")]
    [InlineData("x", "nonsense", "title; drop table sequences", -7, "/automations/sequences?q=x")]
    public void An_address_says_what_is_shown_and_nonsense_in_it_is_left_out(string? text, string? state, string? sort, int? page, string address) =>
        SequenceQuery.Read(text, state, sort, page).Address().ShouldBe(address);

    [Fact]
    public async Task The_pager_leads_on_and_back()
    {
        await using var screen = await Screen.OpenAsync(host, "viewer");
        var pager = screen.Render<Pager>(pager => pager.Add(one => one.Page, 2).Add(one => one.Size, 50).Add(one => one.All, 120).Add(one => one.What, "sequences").Add(one => one.Address, page => $"/x?page={page}"));
        pager.Markup.ShouldContain("51 to 100 of 120 sequences");
        pager.FindAll("a").Select(link => link.GetAttribute("href")).ShouldBe(["/x?page=1", "/x?page=3"]);
    }

    [Fact]
    public async Task Thousands_of_sequences_are_read_a_page_at_a_time()
    {
        await using var context = host.Context();
        for (var i = 0; i < 3_000; i++)
            context.Sequences.Add(new() { Id = Guid.NewGuid(), Title = $"Bulk {i:D4}", Draft = "{}", State = SequenceState.Draft, DraftRevision = 1, UpdatedAt = DateTimeOffset.UnixEpoch.AddMinutes(i) });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        var page = await SequenceSearch.ReadAsync(context, SequenceSearch.Order(SequenceSearch.Find(context, "bULK", SequenceState.Draft), SequenceSort.Title).Skip(1_000).Take(50), TestContext.Current.CancellationToken);
        page.Select(line => line.Title).ShouldBe(Enumerable.Range(1_000, 50).Select(i => $"Bulk {i:D4}"));
    }

    private static SequenceLine Line(SequenceState state) => new(
        new SequenceId(Guid.NewGuid()), "Spring", "", state, 1, state == SequenceState.Draft ? null : 1, [], false, 3, 4, "Olive", DateTimeOffset.UnixEpoch, "Olive", "spring");
}
