using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Flow;

/// <summary>Sends customers by chance along several ways, in shares. One enrollment always takes
/// the same way of one split; different splits know nothing of each other.</summary>
[Step("split", Title = "Split", Icon = "call_split", Group = "Flow")]
public sealed record Split : FlowStep
{
    /// <summary>The ways and their shares, 2 to 10.</summary>
    [Required, JsonPropertyName("ports"), Display(Name = "Branches", Description = "Two to ten branches, each with its share.")]
    public ImmutableArray<SplitWay> Ways { get; init; } = [];

    /// <inheritdoc />
    [JsonIgnore]
    public override ImmutableArray<string> Ports => Ways.IsDefaultOrEmpty ? [] : [.. Ways.Select(way => way?.Port ?? "")];

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        var shares = Ways.IsDefaultOrEmpty ? [] : Ways.Where(way => way is { Port.Length: > 0, Weight: > 0 }).ToArray();
        if (shares.Length == 0) return StepOutcome.Skip("the split has no branches");
        var mark = c.Chance * shares.Sum(way => (double)way.Weight);
        foreach (var way in shares)
        {
            mark -= way.Weight;
            if (mark < 0) return StepOutcome.Leave(way.Port!);
        }

        return StepOutcome.Leave(shares[^1].Port!);
    }

    /// <inheritdoc />
    public override string Sentence(Names names)
    {
        var total = Ways.IsDefaultOrEmpty ? 0 : Ways.Sum(way => Math.Max(0, way?.Weight ?? 0L));
        return total == 0 ? "split at random (branches not yet chosen)"
            : $"split at random: "
                + $"{string.Join(", ", Ways.Where(way => way is not null).Select(way => string.Create(CultureInfo.InvariantCulture, $"{way.Port} {100.0 * Math.Max(0, way.Weight) / total:0.#}%")))}";
    }

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check()
    {
        var ways = Ways.IsDefault ? [] : Ways;
        if (ways.Length is < 2 or > 10) yield return new("ports", "A split has two to ten branches.");
        if (ways.Any(way => way is null || string.IsNullOrWhiteSpace(way.Port)))
            yield return new("ports", "One branch has no name. Name it, such as a or b.");
        if (ways.Where(way => way is not null)
            .GroupBy(way => way.Port, StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() > 1) is { } twice)
            yield return new("ports", $"Two branches are called “{twice.Key}”. Give each its own name.");
        if (ways.Any(way => way?.Weight is < 0 or > 1_000_000)) yield return new("ports", "A share is a number from 0 to 1,000,000.");
        if (ways.Length > 0 && ways.All(way => way is null or { Weight: <= 0 }))
            yield return new("ports", "All shares are 0, so no one could continue. Give at least one branch a share.");
    }
}

/// <summary>One way of a split.</summary>
/// <param name="Port">Its name: the port by which it leaves.</param>
/// <param name="Weight">Its share, in relation to the others.</param>
public sealed record SplitWay(string? Port, int Weight);
