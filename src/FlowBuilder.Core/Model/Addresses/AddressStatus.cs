using System.Collections.Immutable;

namespace FlowBuilder.Core.Model.Addresses;

/// <summary>
/// All that was said against one address on one channel: a line for each reason. A no holds from when it was said until a yes that is not
/// older; a no that is older than the yes that ended one of its kind was settled then and changes nothing.
/// </summary>
public sealed record AddressStatus
{
    private readonly ImmutableArray<Suppression> _lines;

    /// <param name="lines">One for each reason at most.</param>
    public AddressStatus(ImmutableArray<Suppression> lines) => _lines = lines;

    /// <summary>Nothing was said.</summary>
    public static AddressStatus None { get; } = new([]);

    /// <summary>The lines, ended ones too.</summary>
    public IReadOnlyList<Suppression> Lines => _lines;

    /// <summary>The line of a reason that holds; null when none does.</summary>
    public Suppression? Holding(SuppressionReason reason) => Find(reason) is { Holds: true } line ? line : null;

    /// <summary>The newest no that a person said and that holds; bounces are nobody's word.</summary>
    public DateTimeOffset? LastNo
    {
        get
        {
            DateTimeOffset? last = null;
            foreach (var line in _lines)
                if (line is { Holds: true, Reason: not (SuppressionReason.SoftBounces or SuppressionReason.Bounced) } && !(line.At <= last))
                    last = line.At;
            return last;
        }
    }

    /// <summary>With a no.</summary>
    public AddressStatus With(Suppression no)
    {
        ArgumentNullException.ThrowIfNull(no);
        if (Find(no.Reason) is not { } line) return new AddressStatus(_lines.Add(no));
        return no.At < line.At || no.At < line.EndedAt ? this : new AddressStatus(_lines.Replace(line, no));
    }

    /// <summary>With a line as it is stored.</summary>
    public AddressStatus Read(Suppression line) => new(_lines.Add(line));

    /// <summary>Taken off by hand.</summary>
    public AddressStatus Lifted(SuppressionReason reason, DateTimeOffset at, string by) =>
        Holding(reason) is { } line ? new AddressStatus(_lines.Replace(line, line with { EndedAt = at, EndedBy = by })) : this;

    /// <summary>After a yes: what was said before it, or at the same time, has ended.</summary>
    /// <param name="at">When the yes was said.</param>
    /// <param name="by">Where it came from, in words.</param>
    /// <param name="reason">Only of this reason; null: of all.</param>
    public AddressStatus Ended(DateTimeOffset at, string by, SuppressionReason? reason = null)
    {
        var lines = _lines;
        foreach (var line in _lines)
            if (line.Holds && line.At <= at && (reason is null || line.Reason == reason))
                lines = lines.Replace(line, line with { EndedAt = at, EndedBy = by });
        return lines == _lines ? this : new AddressStatus(lines);
    }

    private Suppression? Find(SuppressionReason reason)
    {
        foreach (var line in _lines)
            if (line.Reason == reason) return line;
        return null;
    }
}
