using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model.Companies;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Settings.Companies;

/// <summary>The use case on the real database; each test has a company of its own.</summary>
public sealed class Company_settings_are_saved(ApiHost host) : IClassFixture<ApiHost>, IAsyncLifetime
{
    private static readonly Actor Lena = new("user:lena", "Lena");
    private static readonly Actor Mark = new("user:mark", "Mark");
    private static int _company = 500;

    private readonly CompanyId _mine = new(Interlocked.Increment(ref _company));

    public async ValueTask InitializeAsync()
    {
        await using var context = host.Context(_mine.Value);
        context.Companies.Add(new CompanyRow
        {
            Id = _mine.Value, Name = "Green Valley", Email = "office@green.example", CreatedAt = DateTimeOffset.UnixEpoch
        });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        await host.Engine.RefreshAsync(_mine, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Each_changed_setting_has_a_line_with_before_and_after_and_the_engine_knows_it()
    {
        var loaded = Loaded();
        var wanted = loaded with
        {
            Phone = "  555 010 2030 ",
            Website = "www.green.example",
            TimeZone = "America/Chicago",
            EmailHours = new AllowedHours(new TimeOnly(9, 0), new TimeOnly(18, 0)),
            FrequencyCap = new FrequencyCap(3, TimeSpan.FromDays(7)),
            Holidays = [new DateOnly(2026, 12, 25)],
            PublishingNeedsManager = true,
            BusinessHours =
            [
                new OpenHours(DayOfWeek.Saturday, new TimeOnly(13, 0), new TimeOnly(15, 0)),
                new OpenHours(DayOfWeek.Saturday, new TimeOnly(9, 0), new TimeOnly(12, 0))
            ],
        };
        (await SaveAsync(loaded, wanted)).ShouldBeOfType<CompanyAnswer.Saved>().Changed.Count.ShouldBe(8);
        var company = host.Services.GetRequiredService<ICompanyCache>().Find(_mine)!;
        (company.Phone, company.Website, company.TimeZone, company.PublishingNeedsManager).ShouldBe(
            ("555 010 2030", "https://www.green.example", "America/Chicago", true));
        OpenHoursPhrases.Of(company.BusinessHours).ShouldBe("Sat 9:00 AM-12:00 PM and 1:00 PM-3:00 PM");

        var lines = await LinesAsync();
        lines.Count.ShouldBe(8);
        lines.ShouldAllBe(line => line.Action == "company.change" && line.By == "Lena");
        Line("the phone number").ShouldBe(("none", "555 010 2030"));
        Line("the hours for emails").ShouldBe(("any hour", "9:00 AM-6:00 PM"));
        Line("the most messages to one customer").ShouldBe(("no limit", "3 in 7 days"));
        Line("the holidays").ShouldBe(("none", "Dec 25, 2026"));
        Line("the business hours").ShouldBe(("Mon-Fri 8:00 AM-5:00 PM", "Sat 9:00 AM-12:00 PM and 1:00 PM-3:00 PM"));
        Line("who can publish sequences").ShouldBe(("marketers too", "managers, admins and owners"));

        (string?, string?) Line(string name) =>
            lines.Where(line => line.Words == $"changed {name}").Select(line => (line.Before, line.After)).ShouldHaveSingleItem();
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "name", "" },
        { "name", new string('x', 101) },
        { "phone", "call us" },
        { "email", "office" },
        { "email", "a b@x.example" },
        { "website", "not a website" },
        { "website", "javascript:alert(1)" },
        { "time-zone", "Mars/Olympus" },
        { "time-zone", "EST" },
        { "business-hours", "closes first" },
        { "business-hours", "overlaps" },
        { "text-hours", "same" },
        { "frequency-cap", "none at all" },
        { "holidays", "too many" },
        { "holidays", "long ago" },
        { "address", new string('x', 201) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_named_by_its_field_and_nothing_is_saved(string field, string value)
    {
        var loaded = Loaded();
        var wanted = (field, value) switch
        {
            ("name", _) => loaded with { Name = value },
            ("address", _) => loaded with { Address = value },
            ("phone", _) => loaded with { Phone = value },
            ("email", _) => loaded with { Email = value },
            ("website", _) => loaded with { Website = value },
            ("time-zone", _) => loaded with { TimeZone = value },
            ("business-hours", "closes first") =>
                loaded with { BusinessHours = [new OpenHours(DayOfWeek.Monday, new TimeOnly(17, 0), new TimeOnly(8, 0))] },
            ("business-hours", _) => loaded with
            {
                BusinessHours =
                [
                    new OpenHours(DayOfWeek.Monday, new TimeOnly(8, 0), new TimeOnly(12, 0)),
                    new OpenHours(DayOfWeek.Monday, new TimeOnly(11, 0), new TimeOnly(14, 0))
                ]
            },
            ("text-hours", _) => loaded with { TextHours = new AllowedHours(new TimeOnly(8, 0), new TimeOnly(8, 0)) },
            ("frequency-cap", _) => loaded with { FrequencyCap = new FrequencyCap(0, TimeSpan.FromDays(1)) },
            ("holidays", "too many") =>
                loaded with { Holidays = [.. Enumerable.Range(0, 401).Select(day => new DateOnly(2026, 1, 1).AddDays(day))] },
            _ => loaded with { Holidays = [new DateOnly(1990, 1, 1)] },
        };
        var fault = (await SaveAsync(loaded, wanted with { PublishingNeedsManager = true }))
            .ShouldBeOfType<CompanyAnswer.Refused>().Faults.ShouldHaveSingleItem();
        fault.Field.ShouldBe(field);
        fault.Words.ShouldEndWith(".");
        Loaded().ShouldBe(loaded with { BusinessHours = Loaded().BusinessHours, Holidays = Loaded().Holidays });
        (await LinesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_people_can_change_different_settings_at_once()
    {
        var loaded = Loaded();
        (await SaveAsync(loaded, loaded with { Phone = "555 010 1111" }, Mark)).ShouldBeOfType<CompanyAnswer.Saved>();
        var saved = (await SaveAsync(loaded, loaded with { Address = "2 Side St" })).ShouldBeOfType<CompanyAnswer.Saved>();
        (saved.Current.Phone, saved.Current.Address).ShouldBe(("555 010 1111", "2 Side St"));
    }

    [Fact]
    public async Task Of_two_who_change_the_same_the_second_hears_who_changed_it_to_what()
    {
        var loaded = Loaded();
        (await SaveAsync(loaded, loaded with { Phone = "555 010 1111" }, Mark)).ShouldBeOfType<CompanyAnswer.Saved>();
        var overtaken =
            (await SaveAsync(loaded, loaded with { Phone = "555 010 2222", Name = "Greener" })).ShouldBeOfType<CompanyAnswer.Overtaken>();
        overtaken.Differences.ShouldHaveSingleItem().Words.ShouldBe("Mark changed the phone number to “555 010 1111” in the meantime.");
        (Loaded().Name, Loaded().Phone).ShouldBe(("Green Valley", "555 010 1111"));
        (await SaveAsync(overtaken.Current, overtaken.Current with { Phone = "555 010 2222" })).ShouldBeOfType<CompanyAnswer.Saved>();
        Loaded().Phone.ShouldBe("555 010 2222");
    }

    [Fact]
    public async Task Both_who_want_the_same_have_it()
    {
        var loaded = Loaded();
        var same = await Task.WhenAll(
            SaveAsync(loaded, loaded with { Phone = "555 010 3333" }), SaveAsync(loaded, loaded with { Phone = "555 010 3333" }, Mark));
        same.ShouldAllBe(answer => answer is CompanyAnswer.Saved);
        (await LinesAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Saving_what_is_there_already_leaves_no_line()
    {
        (await SaveAsync(Loaded(), Loaded() with { Name = " Green Valley " }))
            .ShouldBeOfType<CompanyAnswer.Saved>().Changed.ShouldBeEmpty();
        (await LinesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Stopping_and_starting_all_sending_is_written_down_once_each()
    {
        var sending = host.Services.GetRequiredService<SendingSwitch>();
        for (var twice = 0; twice < 2; twice++) await sending.SwitchAsync(_mine, true, Lena, TestContext.Current.CancellationToken);
        host.Services.GetRequiredService<ICompanyCache>().Find(_mine)!.SendingStopped.ShouldBeTrue();
        for (var twice = 0; twice < 2; twice++) await sending.SwitchAsync(_mine, false, Lena, TestContext.Current.CancellationToken);
        (await LinesAsync())
            .Select(line => (line.Action, line.Before, line.After))
            .ShouldBe([("sending.stop", "running", "stopped"), ("sending.start", "stopped", "running")]);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("\"><svg onload=alert(1)>")]
    [InlineData("' onmouseover='alert(1)")]
    [InlineData("{{ constructor.constructor('alert(1)')() }}")]
    public async Task A_company_can_be_called_anything_and_stays_text(string name)
    {
        await using var own = new ApiHost();
        using var browser = await own.SignedInAsync("owner");
        var draft = CompanyDraft.Of(own.Services.GetRequiredService<ICompanyCache>().Find(new CompanyId(1))!);
        (await own.Services
            .GetRequiredService<SaveCompany>()
            .SaveAsync(
                new CompanyId(1), draft, draft with { Name = name, Address = name }, Lena,
                TestContext.Current.CancellationToken)).ShouldBeOfType<CompanyAnswer.Saved>();
        foreach (var address in (string[])["/settings/company", "/settings/audit-log", "/settings/channels", "/settings/templates"])
        {
            var html = await browser.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
            document.QuerySelectorAll("[onerror], [onmouseover], [onload], svg[onload], script:not([src]):not([type])")
                .ShouldBeEmpty($"{name} at {address}");
        }
    }

    private CompanyDraft Loaded() => CompanyDraft.Of(host.Services.GetRequiredService<ICompanyCache>().Find(_mine)!);

    private Task<CompanyAnswer> SaveAsync(CompanyDraft loaded, CompanyDraft wanted, Actor? by = null) =>
        host.Services.GetRequiredService<SaveCompany>().SaveAsync(_mine, loaded, wanted, by ?? Lena, TestContext.Current.CancellationToken);

    private async Task<List<AuditLogRow>> LinesAsync()
    {
        await using var context = host.Context(_mine.Value);
        return await context.AuditLog.AsNoTracking().OrderBy(line => line.Id).ToListAsync(TestContext.Current.CancellationToken);
    }
}
