using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FlowBuilder.Testing;

namespace FlowBuilder.Benchmarks.Outside;

/// <summary>The real program in a process and a folder of its own, reached by HTTP as anybody reaches it.</summary>
internal sealed class WholeProgram : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(2);

    private readonly RunningProgram _process;
    private readonly string _folder;

    private WholeProgram(RunningProgram process, string folder, Uri address)
    {
        (_process, _folder, Address) = (process, folder, address);
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public int ProcessId => _process.ProcessId;

    /// <summary>The database file.</summary>
    public string Database => DatabaseIn(_folder);

    /// <summary>Where the engine's own host (<see cref="FlowBuilder.Testing.Engine.EngineHost"/>)
    /// keeps it in a folder, and so this one.</summary>
    public static string DatabaseIn(string folder) => Path.Combine(folder, "data", "flowbuilder.db");

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="folder">Holds the database, or will; removed at the end.</param>
    /// <param name="demo">With the demo company and its keys; else with keys <c>write-N</c> and
    /// <c>manage-N</c> for companies 1 and 2.</param>
    /// <param name="settings">More settings.</param>
    public static async Task<WholeProgram> StartAsync(string folder, bool demo, params IEnumerable<(string Key, string Value)> settings)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DatabaseIn(folder))!);
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var all = new Dictionary<string, string>
        {
            ["Urls"] = address.ToString(), ["PublicUrl"] = address.ToString(),
            ["ConnectionStrings:FlowBuilder"] = $"Data Source={DatabaseIn(folder)}", ["Demo:Enabled"] = demo ? "true" : "false",
            ["Qa:Enabled"] = "true",
            ["Email:Outbox"] = Path.Combine(folder, "outbox"), ["Logging:LogLevel:Default"] = "Warning",
            ["RateLimits:CallsPerMinute"] = "1000000",
        };
        foreach (var (company, at) in (demo ? [] : new[] { 1, 2 }).Select((company, at) => (company, at)))
        {
            Key(all, 2 * at, $"write-{company}", company, "ingest");
            Key(all, (2 * at) + 1, $"manage-{company}", company, "read", "manage", "approve");
        }

        foreach (var (key, value) in settings) all[key] = value;
        var program = new WholeProgram(RunningProgram.Start(all), folder, address);
        await program._process.WaitUntilReadyAsync(program.Http, StartsWithin, CancellationToken.None);
        return program;
    }

    /// <summary>What happened, in one call of <c>/v1/batch</c>.</summary>
    /// <returns>The answer's status: a refusal is for the caller to judge.</returns>
    public async Task<HttpStatusCode> TellAsync(string key, IEnumerable<object> batch)
    {
        using var answer = await CallAsync(HttpMethod.Post, "v1/batch", Basic(key), JsonContent.Create(new { batch }));
        return answer.StatusCode;
    }

    /// <summary>Any call of the management API.</summary>
    public Task<HttpResponseMessage> ManageAsync(string key, HttpMethod method, string path, HttpContent? body = null) =>
        CallAsync(method, path, new AuthenticationHeaderValue("Bearer", key), body);

    /// <summary>The parsed answer of a call that must succeed.</summary>
    public async Task<JsonElement> AskAsync(string key, HttpMethod method, string path, string? json = null)
    {
        using var answer = await ManageAsync(key, method, path, json is null ? null : Json(json));
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonDocument.Parse(text).RootElement
            : throw new InvalidOperationException($"{method} {path} was answered {(int)answer.StatusCode}: {text}");
    }

    /// <summary>Makes a sequence of a document and publishes it.</summary>
    public async Task<string> PublishAsync(string key, string document, string confirm = "")
    {
        var id = (await AskAsync(key, HttpMethod.Post, "api/v1/sequences", document)).GetProperty("id").GetString()!;
        await AskAsync(key, HttpMethod.Post, $"api/v1/sequences/{id}/publish{confirm}");
        return id;
    }

    /// <summary>Moves the product clock; done when all that fell due is worked off.</summary>
    public Task MoveClockAsync(string key, string by) => AskAsync(key, HttpMethod.Post, "api/v1/qa/clock", $$"""{ "advance": "{{by}}" }""");

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited) await _process.KillAsync(CancellationToken.None);
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public static AuthenticationHeaderValue Basic(string key) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:")));

    private async Task<HttpResponseMessage> CallAsync(
        HttpMethod method, string path, AuthenticationHeaderValue authorization, HttpContent? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body };
        request.Headers.Authorization = authorization;
        return await Http.SendAsync(request);
    }

    private static void Key(Dictionary<string, string> settings, int number, string secret, int company, params string[] scopes)
    {
        settings[$"Keys:{number}:Name"] = secret;
        settings[$"Keys:{number}:Company"] = $"{company}";
        settings[$"Keys:{number}:Sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
        for (var scope = 0; scope < scopes.Length; scope++) settings[$"Keys:{number}:Scopes:{scope}"] = scopes[scope];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
