using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Web.Components.Sequences.Versions;

/// <summary>What somebody asked for on the page of versions and the designer does when it opens: no
/// address restores anything by being opened. Lives as long as the circuit.</summary>
public sealed class PendingRestores
{
    private (SequenceId Sequence, int Number)? _asked;

    public void Ask(SequenceId sequence, int number) => _asked = (sequence, number);

    /// <summary>The version asked for; asked once, answered once.</summary>
    public int? Take(SequenceId sequence)
    {
        var number = _asked is { } asked && asked.Sequence == sequence ? asked.Number : (int?)null;
        _asked = null;
        return number;
    }
}
