using System.Globalization;
using System.Text;

namespace FlowBuilder.Web.Tests.Whole.Fuzz;

/// <summary>What nobody sane sends, and somebody will.</summary>
internal sealed class HostileValues(Random random)
{
    private static readonly string[] Texts =
    [
        "", " ", "\u0000", "a\u0000b", "\r\nX-Injected: 1", "\u001b[31m", "undefined", "null", "[object Object]", "NaN", "Infinity", "-0",
        "0", "1e400", "1.5", "-1", "99999999999999999999", "true", "{}", "[]",
        "'; DROP TABLE customers; --", "<script>alert(1)</script>", "<svg/onload=alert(1)>", "../../../etc/passwd", "..\\..\\windows",
        "%00", "%", "%zz", "%e3%80%82", "file:///etc/passwd", "javascript:alert(1)",
        "{{ 1 | divided_by: 0 }}", "{% for i in (1..100000000) %}x{% endfor %}", "{{ customer", "{% if %}", "{{ 'x' | date: '%9999999d' }}",
        "{% assign a = 'a' %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}",
        "9999-12-31T23:59:59.9999999+14:00", "0001-01-01T00:00:00-14:00", "2024-02-30", "24:61", "1899-12-31", "253402300800",
        "-62135596801", "P99999999Y", "-P1D", "PT0S", "P1Y2M3DT4H", "P2147483648D", "PT9223372036854775807S",
        "America/Nowhere", "Etc/GMT+99", "UTC+25:00", "+1 (555) 303-0001", "+" + "9999999999999999999", "a@b@c", "\"a b\"@example.com",
        "x@xn--", "@", "a@" + "b.c.d.e.f", "\u202e\u200b\ufeff", "İıſß", "👩‍👩‍👧‍👦", "﷽﷽﷽", "e\u0301\u0323", "\ud800",
        "EST5EDT,M3.2.0,M11.1.0", "=cmd|' /C calc'!A0", "0x7fffffff", "٠١٢", "１２３", "1,234.56", "1.234,56", "$1e3", "c-1",
        "estimate-reminder", "Estimate Sent", "2030-01-01T00:00:00Z", "P1D", "email", "text", "live",
    ];

    private static readonly string[] Literals =
    [
        "null", "true", "false", "0", "-0", "-1", "1", "1.5", "1e5", "1e400", "-1e400", "9223372036854775807", "9223372036854775808",
        "2147483648", "0.00000000000000000000000000001", "123456789012345678901234567890", "[]", "{}", "[[]]", "[null]", "{\"\":null}",
        "\"\\ud800\"", "\"\\u0000\"", "[{},[],\"\"]", "{\"a\":{\"b\":{\"c\":[1,2,{\"d\":null}]}}}",
    ];

    public Random Random => random;

    /// <summary>A text, now and then a long one.</summary>
    public string Text() => random.Next(40) switch
    {
        0 => new string('A', random.Next(300, 70_000)),
        1 => string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => (char)random.Next(1, 0xD7FF))),
        2 => string.Concat(Enumerable.Repeat("🌱", random.Next(100, 3_000))),
        3 => random.NextInt64(long.MinValue, long.MaxValue).ToString(CultureInfo.InvariantCulture),
        _ => Texts[random.Next(Texts.Length)],
    };

    /// <summary>A short text, such as fits into a line of a header.</summary>
    public string Line()
    {
        var text = Text();
        return string.Concat(text.Take(200).Where(letter => letter is not ('\r' or '\n' or '\0')));
    }

    /// <summary>A value as JSON text.</summary>
    public string Json() => random.Next(20) switch
    {
        0 => Deep("[", "]"),
        1 => Deep("{\"a\":", "}"),
        2 => $"[{string.Join(',', Enumerable.Repeat("1", random.Next(1, 3_000)))}]",
        < 10 => Literals[random.Next(Literals.Length)],
        _ => Quote(Text()),
    };

    /// <summary>A text as JSON, lone surrogates kept.</summary>
    public static string Quote(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var letter in text)
            if (letter is '"' or '\\' or < ' ' || char.IsSurrogate(letter))
                json.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else json.Append(letter);
        return json.Append('"').ToString();
    }

    /// <summary>Part of an address: percent-encoded rightly, wrongly, or not at all.</summary>
    public string InAddress(string text) => random.Next(6) switch
    {
        0 => Raw(text),
        1 => string.Concat(Encoding.UTF8.GetBytes(Cut(text)).Select(letter => $"%{letter:X2}")),
        2 => Raw(Uri.EscapeDataString(Whole(Cut(text)))).Replace("%2F", "/", StringComparison.Ordinal),
        _ => Uri.EscapeDataString(Whole(Cut(text))),
    };

    public bool Chance(int oneIn) => random.Next(oneIn) == 0;

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    /// <summary>A body spoilt as a whole.</summary>
    public byte[] Spoil(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return random.Next(8) switch
        {
            0 => bytes[..random.Next(bytes.Length + 1)],
            1 => [.. "\ufeff"u8, .. bytes],
            2 => Encoding.Unicode.GetBytes(body),
            3 => [.. bytes, .. bytes],
            4 => [],
            5 => [0xff, 0xfe, .. bytes, 0xc3],
            6 => Encoding.UTF8.GetBytes(Json()),
            _ => Noise(bytes),
        };
    }

    private byte[] Noise(byte[] bytes)
    {
        for (var i = 0; i < 3 && bytes.Length > 0; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private string Deep(string open, string close)
    {
        var depth = random.Next(2, 200);
        return string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
    }

    private static string Cut(string text) => text.Length > 2_000 ? text[..2_000] : text;

    /// <summary>As it is, but for what would end the line.</summary>
    private static string Raw(string text) => string.Concat(Cut(text).Where(letter => letter is not ('\r' or '\n' or ' ')));

    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
