using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;

namespace FlowBuilder.Application.Sequences.Finding;

/// <summary>A sequence in a list, without its drawing.</summary>
/// <param name="Id">Of the sequence.</param>
/// <param name="Title">Sequence Title.</param>
/// <param name="Description">Sequence Description.</param>
/// <param name="State">What it is at.</param>
/// <param name="Revision">Of the draft.</param>
/// <param name="Version">The version customers enter; null before the first publishing.</param>
/// <param name="Labels">As given in its settings.</param>
/// <param name="IsProtected">It has a password.</param>
/// <param name="Inside">Runs that have not ended.</param>
/// <param name="Finished">Runs that came to their end.</param>
/// <param name="Stopped">Runs that ended before: stopped, rejected or failed.</param>
/// <param name="Owner">Name of who made it; null for a key's and for what came before people had sign-ins.</param>
/// <param name="UpdatedAt">Product time of the last change.</param>
/// <param name="UpdatedBy">Who made it.</param>
/// <param name="SortTitle">The title as the database sorts it.</param>
public sealed record SequenceLine(
    SequenceId Id, string Title, string Description, SequenceState State, int Revision, int? Version, IReadOnlyList<string> Labels,
    bool IsProtected, int Inside, int Finished, int Stopped, string? Owner,
    DateTimeOffset UpdatedAt, string? UpdatedBy, string SortTitle)
{
    /// <summary>All runs there ever were.</summary>
    public int Entered => Inside + Finished + Stopped;

    /// <summary>What it is called on screen.</summary>
    public string Name => Title.Length == 0 ? "Untitled" : Title;
}
