using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model.Sequences;

namespace FlowBuilder.Application.Sequences.Protection;

/// <summary>
/// Shows that somebody may change a sequence or take it away: its password was given, or it has none, and the company's plan has
/// sequences. Only <see cref="SequenceLock"/> hands it out, and every use case that needs it takes one, so no door can forget to ask.
/// It is good for the password it was given for; after a change it opens nothing.
/// </summary>
public sealed class SequenceAccess
{
    private readonly string? _hash;

    internal SequenceAccess(CompanyId company, SequenceId sequence, Actor by, string? hash) =>
        (Company, Sequence, By, _hash) = (company, sequence, by, hash);

    /// <summary>Whose sequence.</summary>
    public CompanyId Company { get; }

    public SequenceId Sequence { get; }

    /// <summary>Who has it open; named wherever it says who did something.</summary>
    public Actor By { get; }

    /// <summary>Whether the sequence still has the password it was opened with.</summary>
    internal bool Opens(SequenceRow row) => row.PasswordHash == _hash;
}
