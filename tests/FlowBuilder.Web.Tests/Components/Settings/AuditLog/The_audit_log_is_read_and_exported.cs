using System.Net;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.AuditLog;
using FlowBuilder.Web.Components.Settings.AuditLog;
using FlowBuilder.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Settings.AuditLog;

public sealed class The_audit_log_is_read_and_exported(ApiHost host) : IClassFixture<ApiHost>, IAsyncLifetime
{
    private static readonly Actor Lena = new("user:lena", "Lena <b>Bold</b>");
    private static readonly Actor Website = new("key:7", "Website");
    private static readonly SemaphoreSlim Once = new(1, 1);
    private static bool _written;

    public async ValueTask InitializeAsync()
    {
        await Once.WaitAsync();
        try
        {
            if (_written) return;
            _written = true;
            await WriteAsync(1, Lena, "company.change", "changed the phone number", "+1555", "=HYPERLINK(\"http://evil\")");
            await WriteAsync(1, Lena, "sequence.publish", "published “100% off_now” as version 3");
            await WriteAsync(1, Website, "template.save", "saved the template “<img src=x onerror=alert(1)>” (revision 2)");
            await WriteAsync(2, Lena, "company.change", "changed what only company 2 knows");
        }
        finally
        {
            Once.Release();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("", "100% off_now", "the phone number")]
    [InlineData("?person=user:lena", "100% off_now", "saved the template")]
    [InlineData("?kind=template", "saved the template", "100% off_now")]
    [InlineData("?q=PHONE", "changed the phone number", "100% off_now")]
    [InlineData("?q=100%25", "100% off_now", "the phone number")]
    [InlineData("?q=hyperlink", "changed the phone number", "100% off_now")]
    [InlineData("?from=2020-01-01&until=9999-12-31", "changed the phone number", null)]
    [InlineData("?until=2020-01-01", "Nothing matches these filters", "the phone number")]
    [InlineData("?from=nonsense&before=-1", "changed the phone number", null)]
    [InlineData("?q=o_f", "Nothing matches these filters", "100% off_now")]
    public async Task Filters_stand_in_the_address(string filters, string shown, string? hidden)
    {
        var html = WebUtility.HtmlDecode(await PageAsync(filters));
        html.ShouldContain(shown, Case.Insensitive);
        if (hidden is not null && filters.Length > 0) html.ShouldNotContain(hidden, Case.Insensitive);
    }

    [Fact]
    public async Task Names_and_words_are_text_wherever_they_stand()
    {
        var html = await PageAsync("");
        html.ShouldNotContain("<img src=x");
        html.ShouldNotContain("<b>Bold</b>");
        html.ShouldContain("&lt;img src=x onerror=alert(1)&gt;");
    }

    [Fact]
    public async Task Only_those_with_the_right_see_or_export_it()
    {
        foreach (var address in (string[])[AuditQuery.PageAddress, AuditQuery.ExportAddress])
            foreach (var role in (string[])["manager", "marketer", "office", "viewer"])
            {
                using var browser = await host.SignedInAsync(role);
                using var answer = await browser.GetAsync(address, TestContext.Current.CancellationToken);
                (await answer.Content.ReadAsStringAsync(
                    TestContext.Current.CancellationToken)).ShouldNotContain(
                        "changed the phone number", Case.Insensitive, $"{role} at {address}");
            }
    }

    [Fact]
    public async Task A_seal_is_downloaded_and_fits_the_log_later()
    {
        using var browser = await host.SignedInAsync("admin");
        using var answer = await browser.GetAsync(AuditSealExport.Address, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.FileName.ShouldStartWith("audit-seal-");
        var seal = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await WriteAsync(1, new Actor("user:later", "Later"), "company.change", "changed something later");
        await using var context = host.Context();
        var seals = host.Services.GetRequiredService<AuditSeals>();
        (await AuditSeal.CheckAsync(context, seals, seal, TestContext.Current.CancellationToken)).ShouldBeNull();
        var whole = await host.Services
            .GetRequiredService<ChainChecking>()
            .CheckAsync(new CompanyId(1), seal, TestContext.Current.CancellationToken);
        (whole.IsWhole, whole.Words.Contains("The line in your seal is there", StringComparison.Ordinal)).ShouldBe((true, true));
        (await host.Services
            .GetRequiredService<ChainChecking>()
            .CheckAsync(new CompanyId(1), "flowbuilder-seal/1 1 1", TestContext.Current.CancellationToken)).IsWhole.ShouldBeFalse();
        using var office = await host.SignedInAsync("office");
        using var refused = await office.GetAsync(AuditSealExport.Address, TestContext.Current.CancellationToken);
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("flowbuilder-seal");
    }

    [Fact]
    public async Task The_export_holds_the_filtered_lines_of_the_own_company_and_no_formula()
    {
        using var browser = await host.SignedInAsync("owner");
        using var answer = await browser.GetAsync($"{AuditQuery.ExportAddress}?person=user:lena", TestContext.Current.CancellationToken);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        var rows = CsvText.Read(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        rows.Select(row => row["What"]).ShouldBe(["published “100% off_now” as version 3", "changed the phone number"]);
        rows[1]["After"].ShouldBe("'=HYPERLINK(\"http://evil\")");
        rows[1]["Before"].ShouldBe("'+1555");
        (await PageAsync("?kind=audit-log")).ShouldContain("Exported a part of the audit log");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("=1,\"x\"\n", "'=1,\"x\"\n")]
    [InlineData("plain = text", "plain = text")]
    public async Task A_cell_never_begins_like_a_formula(string written, string read)
    {
        using var file = new MemoryStream();
        await AuditExport.WriteAsync(
            file, One(new AuditLine(1, default, "user:x", written, "company.change", null, written, null, null, "")), TimeZoneInfo.Utc,
            TestContext.Current.CancellationToken);
        var row = CsvText.Read(file.ToArray()).ShouldHaveSingleItem();
        (row["What"], row["Who"]).ShouldBe((read, read));
    }

    private static async IAsyncEnumerable<AuditLine> One(AuditLine line)
    {
        await Task.CompletedTask;
        yield return line;
    }

    private async Task<string> PageAsync(string filters)
    {
        using var browser = await host.SignedInAsync("owner");
        return await browser.GetStringAsync(AuditQuery.PageAddress + filters, TestContext.Current.CancellationToken);
    }

    private Task WriteAsync(int company, Actor by, string action, string words, string? before = null, string? after = null) =>
        host.Services.GetRequiredService<AuditTrail>().AppendAsync(new CompanyId(company), by, action, null, words, before, after);
}
