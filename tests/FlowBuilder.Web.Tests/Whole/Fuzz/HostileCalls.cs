using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Tests.Support;

namespace FlowBuilder.Web.Tests.Whole.Fuzz;

/// <summary>Calls of every operation the OpenAPI document names, in turn: each nearly right, and wrong somewhere.</summary>
internal sealed class HostileCalls(HostileValues values, JsonElement openApi)
{
    private const int MostIds = 400;
    private const int Deepest = 6;
    private static readonly string[] Columns =
    [
        "user_id", "Email", "First Name", "phone", "tags", "Birthday", "Zip", "Gate Code", "channel", "address", "reason", "", "\"",
        "user_id"
    ];
    private static readonly string[] Templates = ["estimate-reminder", "another"];
    private static readonly string[] Customers = ["c-1", "c-2", "c-3", "c-4", "fuzzed"];
    private static readonly string[] Keys =
    [
        "manage-1", "manage-1", "manage-1", "manage-1", "manage-1", "read-1", "write-1", "manage-2", "nobody", ""
    ];

    private readonly (string Method, string Path, JsonElement Operation)[] _operations =
        [.. from path in openApi.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            where operation.Name != "parameters"
            select (operation.Name.ToUpperInvariant(), path.Name, operation.Value)];

    private static readonly Dictionary<string, string[]> Right = new(StringComparer.OrdinalIgnoreCase)
    {
        ["channel"] = ["email", "text"], ["reason"] = ["byHand", "unsubscribed"], ["pastDue"] = ["send", "skip", "shift"],
        ["advance"] = ["PT1S", "PT1H"], ["at"] = ["2024-05-01T00:00:00Z"], ["until"] = ["2030-01-01T00:00:00Z"],
        ["address"] = ["a@example.com", "+15553030001"], ["password"] = ["mulch & marigold"], ["subject"] = ["Hello"],
        ["text"] = ["Hello {{ customer.first_name }}"], ["html"] = ["<p>Hello {{ customer.first_name }}</p>"],
        ["name"] = ["Anna"], ["type"] = ["estimate"], ["state"] = ["live", "open", "waiting"], ["sort"] = ["title"],
        ["limit"] = ["1", "200"], ["source"] = ["the counter"], ["to"] = ["owner-1"], ["move"] = ["stop", "skipWait"],
        ["decision"] = ["approve", "reject"], ["outcome"] = ["sent", "failed"], ["columns"] = ["{}"], ["badRows"] = ["skip"],
        ["preview"] = ["true"], ["because"] = ["Not needed"], ["note"] = ["Look"],
    };

    private readonly List<string> _ids = ["c-1", "1", "2", "estimate-reminder"];
    private int _next;
    private bool _mild;

    public int Operations => _operations.Length;

    /// <summary>The next operation's next call.</summary>
    public (string Name, byte[] Request) Next()
    {
        // Every second call is right but for a place or two: what is wrong all over is refused before it gets anywhere.
        _mild = values.Chance(2);
        var (method, path, operation) = _operations[_next++ % _operations.Length];
        var parameters = operation.TryGetProperty("parameters", out var named)
            ? named.EnumerateArray()
                .Select(one => (Name: one.GetProperty("name").GetString()!, In: one.GetProperty("in").GetString()!)).ToArray()
            : [];
        var target = string.Join(
            '/',
            path.Split('/')
                .Select(
                    part =>
                        part.StartsWith('{')
                            ? values.InAddress(
                                Spoils(3)
                                    ? values.Text()
                                    : values.One<string>(
                                        path.Contains("/templates/", StringComparison.Ordinal)
                                            ? Templates
                                            : path.Contains("/customers/", StringComparison.Ordinal) && values.Chance(2)
                                            ? Customers
                                            : _ids))
                            : part));
        var query = parameters.Where(parameter => parameter.In == "query" && !Spoils(3))
            .Select(parameter => $"{parameter.Name}={values.InAddress(Text(parameter.Name))}").ToList();
        if (Spoils(8)) query.Add($"{values.InAddress(values.Text())}={values.InAddress(values.Text())}");
        if (Spoils(10) && query.Count > 0) query.Add(query[0]);
        if (query.Count > 0) target += "?" + string.Join('&', query);

        var (type, body) = Body(path, operation);
        var headers = new List<(string, string)> { ("Host", "localhost") };
        var key = _mild ? "manage-1" : values.One(Keys);
        if (path.StartsWith("/v1/", StringComparison.Ordinal))
            headers.Add(
                ("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes((key == "manage-1" ? "write-1" : key) + ":"))));
        else if (key.Length > 0) headers.Add(("Authorization", "Bearer " + key));
        if (type is not null) headers.Add(("Content-Type", Spoils(12) ? values.Line() : type));
        foreach (var (name, _) in parameters.Where(parameter => parameter.In == "header" && Spoils(4))) headers.Add((name, values.Line()));
        if (Spoils(6)) headers.Add(("If-Match", Spoils(2) ? $"\"{values.Random.Next(4)}\"" : values.Line()));
        if (Spoils(15)) headers.Add(("Accept", values.Line()));
        if (body is not null && Spoils(25)) headers.Add(("Content-Encoding", values.One(["gzip", "br", "deflate", "zstd", ""])));
        return ($"{method} {path}", RawHttp.Write(method, target, headers, body ?? (method is "GET" ? null : [])));
    }

    /// <summary>Ids that answers name are used in later calls.</summary>
    public void Learn(string answer)
    {
        foreach (var id in answer.Split("\"id\":\"")
            .Skip(1)
            .Take(3)
            .Select(rest => rest.Split('"')[0])
            .Where(id => id.Length is > 0 and < 60))
            if (_ids.Count < MostIds) _ids.Add(id);
            else _ids[values.Random.Next(MostIds)] = id;
    }

    private (string? Type, byte[]? Body) Body(string path, JsonElement operation)
    {
        var (type, text) = path switch
        {
            _ when path.StartsWith("/v1/", StringComparison.Ordinal) => ("application/json", Tracked(path)),
            _ when operation.TryGetProperty("requestBody", out var body)
                && body.GetProperty("content").EnumerateObject().First() is var content =>
                content.Name == "text/csv" ? ("text/csv", Csv())
                : content.Value.GetProperty("schema").TryGetProperty("$ref", out var shape)
                    && shape.GetString()!.EndsWith("/SequenceDocument", StringComparison.Ordinal)
                ? (content.Name, Document())
                : (content.Name, Of(content.Value.GetProperty("schema"), 0)),
            _ => (null, null),
        };
        return text is null ? (null, null) : (type, Spoils(12) ? values.Spoil(text) : Encoding.UTF8.GetBytes(text));
    }

    private string Tracked(string path)
    {
        var call = $$"""
            "userId":{{Or("\"c-" + values.Random.Next(30) + "\"")}},"messageId":{{Or($"\"{Guid.NewGuid()}\"")}},"event":{{Or("\"Estimate Sent\"")}},"timestamp":{{Or("\"2024-05-01T00:00:00Z\"")}},
            "traits":{{Traits()}},"properties":{{Traits()}},"context":{{(Spoils(3) ? values.Json() : "{}")}},"previousId":{{Or("\"anon-" + values.Random.Next(9) + "\"")}},"groupId":{{Or("\"g\"")}}
            """;
        return path is "/v1/batch" or "/v1/import"
            ? $$"""{"batch":[{{string.Join(',', Enumerable.Range(0, values.Random.Next(4)).Select(_ => $$"""{"type":{{Or($"\"{values.One(["identify", "track", "alias", "group", "page"])}\"")}},{{call}}}"""))}}]}"""
            : $"{{{call}}}";
    }

    private string Traits()
    {
        string[] names =
        [
            "email", "phone", "first_name", "tags", "timezone", "birthday", "email_consent", "address", "estimate_id", "total", "$lib", "",
            "a.b", "visit_id", "starts_at", "createdAt"
        ];
        return Spoils(10)
            ? values.Json()
            : "{"
                + string.Join(
                    ',',
                    names.Where(_ => values.Chance(3))
                        .Select(name => $"\"{name}\":{(_mild && !values.Chance(4) ? "\"x1\"" : values.Json())}"))
                + "}";
    }

    /// <summary>Odd, or what suits the name.</summary>
    private string Text(string name) =>
        _mild && !values.Chance(6) ? values.One<string>(Right.TryGetValue(name, out var right) ? right : _ids) : values.Text();

    private bool Spoils(int oneIn) => values.Chance(_mild ? oneIn * 6 : oneIn);

    private string Or(string usual) => Spoils(4) ? values.Json() : usual;

    private string Csv()
    {
        var separator = values.One([",", ";", "\t", ","]);
        var text = new StringBuilder(Spoils(6) ? "sep=;\n" : "");
        var width = values.Random.Next(1, 6);
        for (var row = 0; row < values.Random.Next(1, 12); row++)
            text.AppendJoin(
                separator,
                Enumerable.Range(0, Spoils(5) ? width + 1 : width)
                    .Select(_ => row == 0 ? values.One(Columns) : Spoils(3) ? $"\"{values.Text()}\"" : values.Text()))
                .Append(values.One(["\n", "\r\n", "\r"]));
        return text.ToString();
    }

    /// <summary>A document that is right, changed in a few places.</summary>
    private string Document()
    {
        var document = JsonNode.Parse(values.Chance(2) ? Documents.FollowUp() : Documents.OwnByHand())!;
        for (var i = values.Random.Next(_mild ? 2 : 4); i > (_mild ? 0 : -1); i--) Change(document);
        try
        {
            return document.ToJsonString();
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate, which this writer refuses.
            return Documents.FollowUp(title: "\\ud800");
        }
    }

    private void Change(JsonNode at)
    {
        while (true)
        {
            var inner = at switch
            {
                JsonObject members => members.Select(one => one.Value).OfType<JsonNode>().ToArray(),
                JsonArray items => [.. items.OfType<JsonNode>()],
                _ => []
            };
            if (inner.Length > 0 && !values.Chance(4))
            {
                var into = values.One(inner);
                if (into is JsonObject or JsonArray)
                {
                    at = into;
                    continue;
                }
            }

            var value = Parsed();
            if (at is JsonObject own)
            {
                var name = own.Count == 0 || values.Chance(5)
                    ? values.One(["type", "step", "when", "settings", "duration", "at", "x", ""])
                    : values.One(own.Select(member => member.Key).ToArray());
                if (values.Chance(5)) own.Remove(name);
                else own[name] = value;
            }
            else if (at is JsonArray list)
            {
                if (list.Count > 0 && values.Chance(3)) list.RemoveAt(values.Random.Next(list.Count));
                else if (list.Count > 0 && values.Chance(2)) list.Add(list[values.Random.Next(list.Count)]?.DeepClone());
                else list.Add(value);
            }

            return;
        }
    }

    private JsonNode? Parsed()
    {
        try
        {
            return JsonNode.Parse(values.Json());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string Of(JsonElement schema, int depth, string name = "")
    {
        if (depth > Deepest || Spoils(10)) return values.Json();
        if (schema.TryGetProperty("$ref", out var shape))
            return Of(
                openApi.GetProperty("components").GetProperty("schemas").GetProperty(shape.GetString()!.Split('/')[^1]), depth + 1, name);
        if (schema.TryGetProperty("oneOf", out var several)) return Of(values.One(several.EnumerateArray().ToArray()), depth + 1, name);
        if (schema.TryGetProperty("enum", out var words)) return values.One(words.EnumerateArray().ToArray()).GetRawText();
        var type = !schema.TryGetProperty("type", out var types)
            ? ""
            : types.ValueKind == JsonValueKind.Array
            ? values.One(types.EnumerateArray().Select(one => one.GetString()!).ToArray())
            : types.GetString()!;
        return type switch
        {
            "object" when schema.TryGetProperty("properties", out var members) =>
                "{"
                    + string.Join(
                        ',',
                        members.EnumerateObject()
                            .Where(_ => !values.Chance(4))
                            .Select(
                                member =>
                                    $"\"{member.Name}\":{(member.Name.EndsWith("id", StringComparison.OrdinalIgnoreCase) && values.Chance(2) ? HostileValues.Quote(values.One(_ids)) : Of(member.Value, depth + 1, member.Name))}"))
                    + "}",
            "object" => Traits(),
            "array" =>
                "["
                    + string.Join(
                        ',',
                        Enumerable.Range(0, values.Random.Next(4))
                            .Select(_ => schema.TryGetProperty("items", out var item) ? Of(item, depth + 1, name) : values.Json()))
                    + "]",
            "string" => HostileValues.Quote(Text(name)),
            "integer" or "number" => values.One(["0", "1", "-1", "7", "2147483647", "-2147483649", "9223372036854775808", "1.5", "1e400"]),
            "boolean" => values.One(["true", "false"]),
            _ => values.Json(),
        };
    }
}
