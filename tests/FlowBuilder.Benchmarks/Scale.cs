using System.Globalization;

namespace FlowBuilder.Benchmarks;

/// <summary>How much of a benchmark's size is done: all of it to measure, a hundredth to see that it still runs.</summary>
/// <param name="Share">Above 0, at most 1. Default 1.</param>
/// <param name="Rounds">How often a measurement is repeated. Default 5; at a small share one round is enough.</param>
/// <param name="Only">Only rows whose name holds this text are measured, where a benchmark has rows
/// of its own for each. Default: all.</param>
internal sealed record Scale(double Share = 1, int Rounds = Scale.UsualRounds, string Only = "")
{
    private const int UsualRounds = 5;

    /// <summary>Reads <c>--share 0.01</c>, <c>--rounds 3</c> and <c>--only burst</c> from a command line.</summary>
    /// <exception cref="ArgumentException">A number is missing, is none or is out of range.</exception>
    public static Scale Read(IReadOnlyList<string> arguments)
    {
        var share = Number("--share") ?? 1;
        if (share is not (> 0 and <= 1))
            throw new ArgumentException(
                $"--share is {share}: it says which part of the whole size is done, above 0 and at most 1, such as 0.01.");
        var rounds = (int)(Number("--rounds") ?? Math.Max(1, Math.Ceiling(UsualRounds * share)));
        if (rounds < 1) throw new ArgumentException($"--rounds is {rounds}: at least one round is needed.");
        return new Scale(share, rounds, Text("--only", "a text") ?? "");

        double? Number(string name) => Text(name, "a number") switch
        {
            null => null,
            var text when double.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw new ArgumentException($"{name} needs a number behind it."),
        };

        string? Text(string name, string what)
        {
            for (var at = 0; at < arguments.Count; at++)
            {
                if (arguments[at] != name) continue;
                return at + 1 < arguments.Count ? arguments[at + 1] : throw new ArgumentException($"{name} needs {what} behind it.");
            }

            return null;
        }
    }

    /// <summary>Whether a row of this name is wanted.</summary>
    public bool Wants(string row) => row.Contains(Only, StringComparison.OrdinalIgnoreCase);

    /// <summary>The share of a count, but at least so many.</summary>
    public int Of(int whole, int least = 1) => Math.Min(whole, Math.Max(least, (int)(whole * Share)));

    /// <summary>The share of a length of time, but at least so much.</summary>
    public TimeSpan Of(TimeSpan whole, TimeSpan least) => whole * Share is var part && part > least ? part : least < whole ? least : whole;
}
