using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FlowBuilder.Web.Tests.Auth.Access;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace FlowBuilder.Web.Tests.Whole.Fuzz;

/// <summary>
/// Thousands of hostile requests over a real port: none is answered with a fault of ours, none hangs, none shows our inside, and nothing
/// that was taken breaks the engine. <c>FUZZ_CALLS</c> (500) and <c>FUZZ_PAGES</c> (200) set how many, <c>FUZZ_SEED</c> plays a run again.
/// </summary>
public sealed partial class Nothing_sent_breaks_the_program(ITestOutputHelper output)
{
    private const int Shown = 10;
    private static readonly TimeSpan DrainsWithin = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Whatever_is_sent_to_the_API_and_to_pages_is_answered()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var seed = Setting("FUZZ_SEED", Environment.TickCount & 0xFFFFFF);
        var (calls, pages) = (Setting("FUZZ_CALLS", 500), Setting("FUZZ_PAGES", 200));
        Say($"{calls} calls and {pages} page requests, seed {seed}: FUZZ_SEED={seed} FUZZ_CALLS={calls} FUZZ_PAGES={pages} ./test.sh Web "
            + $"plays it again");
        await using var host = new ApiHost();
        host.UseKestrel(0);
        host.StartServer();
        var port = host.ClientOptions.BaseAddress.Port;
        (await host.Manager().PutAsync("templates/estimate-reminder", Documents.Reminder)).Expect(HttpStatusCode.OK);
        await host.Manager().PublishAsync(Documents.FollowUp());
        for (var i = 0; i < 5; i++) await host.SendEstimateAsync($"fuzzed-{i}");

        var values = new HostileValues(new Random(seed));
        var api = new HostileCalls(values, (await host.Manager().GetAsync("/openapi/v1.json")).Expect(HttpStatusCode.OK).Json);
        var findings = new List<string>();
        var taken = 0;
        var slowest = (Name: "", Took: TimeSpan.Zero);
        for (var i = 0; i < calls; i++)
        {
            var (name, request) = api.Next();
            var began = Stopwatch.GetTimestamp();
            var (status, answer) = await RawHttp.SendAsync(port, request, cancellation);
            if (Stopwatch.GetElapsedTime(began) is var took && took > slowest.Took) slowest = (name, took);
            if (status is >= 200 and < 300) taken++;
            api.Learn(answer);
            Judge(name, request, status, answer, findings);
        }

        var (cookie, token) = await SignInAsync(host);
        var site = new HostilePages(values, RouteTable.All(host.Services), cookie, token);
        for (var i = 0; i < pages; i++)
        {
            var (name, request) = site.Next();
            var (status, answer) = await RawHttp.SendAsync(port, request, cancellation);
            Judge(name, request, status, answer, findings);
        }

        Say($"{calls} calls over {api.Operations} operations, {taken} taken; {pages} page requests over {site.Routes} routes; slowest "
            + $"call {slowest.Name}, {slowest.Took.TotalSeconds:0.0} s; {findings.Count} findings");
        findings.Take(Shown).ShouldBeEmpty();
        await host.Engine.DrainAsync(cancellation).WaitAsync(DrainsWithin, cancellation);
        foreach (var company in (int[])[1, 2])
        {
            await using var context = host.Context(company);
            (await context.ParkedInputs.AsNoTracking()
                .Select(row => row.Input)
                .Take(Shown)
                .ToListAsync(cancellation)).ShouldBeEmpty("what was taken breaks no turn");
        }

        (await host.Stranger().GetAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static void Judge(string name, byte[] request, int status, string answer, List<string> findings)
    {
        var fault = status == 0
            ? answer
            : status >= 500
            ? $"{status}"
            : Inside().Match(answer) is { Success: true } inside
                && !Encoding.UTF8.GetString(request).Contains(inside.Value, StringComparison.Ordinal)
            ? $"{status} shows “{inside.Value}”"
            : null;
        if (fault is not null) findings.Add($"{name}: {fault}\n{Cut(Encoding.UTF8.GetString(request), 1_500)}\n=> {Cut(answer, 600)}");
    }

    private static async Task<(string Cookie, string Token)> SignInAsync(ApiHost host)
    {
        var address = host.ClientOptions.BaseAddress;
        var email = await People.HireAsync(host.Services, "fuzz", "owner");
        var cookies = new CookieContainer();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false })
        {
            BaseAddress = address
        };
        await People.SignInAsync(browser, email);
        var form = await browser.GetStringAsync(new Uri("/account", UriKind.Relative), TestContext.Current.CancellationToken);
        return (cookies.GetCookieHeader(
            address), People.HiddenFields(form).FirstOrDefault(field => field.Name == "__RequestVerificationToken").Value ?? "");
    }

    private void Say(string line)
    {
        output.WriteLine(line);
        Console.WriteLine($"[figures] {line}");
    }

    private static string Cut(string text, int most) => text.Length > most ? text[..most] + "…" : text;

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            ? value
            : usual;

    /// <summary>A stack trace, the name of an exception, a path of the machine the program was built on.</summary>
    [GeneratedRegex(@"\n\s+at [\w.<>`\[\]]+\(|\b(?:System|Microsoft|FlowBuilder)\.[\w.]+Exception\b|\bSQLite Error\b|\.cs:line \d+")]
    private static partial Regex Inside();
}
