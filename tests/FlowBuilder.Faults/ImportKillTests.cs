using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using FlowBuilder.Testing;
using Shouldly;
using Xunit;

namespace FlowBuilder.Faults;

/// <summary>
/// kill -9 in the middle of a large import, several times: every row is there once when it is over, whether anybody got an answer or not.
/// <c>FAULTS_IMPORT_KILLS</c> sets how often (3).
/// </summary>
public sealed class ImportKillTests(ITestOutputHelper output)
{
    private const int Rows = 20_000;
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan FinishesWithin = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task A_file_that_was_killed_on_its_way_is_there_whole_and_once()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var kills = KillTests.Setting("FAULTS_IMPORT_KILLS", 3);
        var folder = Directory.CreateTempSubdirectory("faults-import");
        var database = Path.Combine(folder.FullName, "flowbuilder.db");
        var address = $"http://127.0.0.1:{KillTests.FreePort()}";
        var settings = new Dictionary<string, string>
        {
            ["Urls"] = address, ["ConnectionStrings:FlowBuilder"] = $"Data Source={database}",
            ["Email:Outbox"] = Path.Combine(folder.FullName, "outbox")
        };
        using var http = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(5) };
        var program = RunningProgram.Start(settings);
        try
        {
            await program.WaitUntilReadyAsync(http, StartsWithin, cancellation);
            var answer = SendAsync(http, cancellation);
            await using var aftermath = new Aftermath($"Data Source={database}", Guid.Empty);
            var before = 0;
            for (var kill = 1; kill <= kills; kill++)
            {
                // Some of the rows more than at the last kill are in, and some are not.
                var wanted = Math.Max(before + 1, Rows * kill / (kills + 2));
                before = await UntilAsync(aftermath, program, imported => imported >= wanted, cancellation);
                await program.KillAsync(cancellation);
                program.Dispose();
                output.WriteLine($"kill {kill} with {before:N0} of {Rows:N0} rows in");
                before.ShouldBeLessThan(Rows, "it was in the middle");
                (await answer).ShouldBeFalse("no one was told that it is done");
                program = RunningProgram.Start(settings);
                await program.WaitUntilReadyAsync(http, StartsWithin, cancellation);
            }

            await UntilAsync(
                aftermath, program, imported => imported >= Rows && !Directory.EnumerateFiles($"{database}-imports").Any(), cancellation);
            (await aftermath.ImportedAsync(cancellation)).ShouldBe((Rows, Rows, Rows), "each row is one event and one customer");
        }
        finally
        {
            program.Dispose();
        }

        folder.Delete(recursive: true);
    }

    /// <returns>Whether it was answered.</returns>
    private static async Task<bool> SendAsync(HttpClient http, CancellationToken cancellation)
    {
        var csv = new StringBuilder("user_id,first_name,email\n");
        for (var row = 0; row < Rows; row++)
            csv.Append(CultureInfo.InvariantCulture, $"{Aftermath.ImportedIds}{row},Ann,{Aftermath.ImportedIds}{row}@faults.example\n");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/customers/import")
        {
            Content = new StringContent(csv.ToString(), Encoding.UTF8, "text/csv")
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "demo-manage");
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            return answer.IsSuccessStatusCode
                ? true
                : throw new InvalidOperationException(await answer.Content.ReadAsStringAsync(cancellation));
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<int> UntilAsync(
        Aftermath aftermath, RunningProgram program, Func<int, bool> isEnough, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(FinishesWithin);
        while (true)
        {
            if (program.HasExited) throw new InvalidOperationException($"The program ended:\n{program.LastWords}");
            var (events, _, _) = await aftermath.ImportedAsync(patience.Token);
            if (isEnough(events)) return events;
            await Task.Delay(20, patience.Token);
        }
    }
}
