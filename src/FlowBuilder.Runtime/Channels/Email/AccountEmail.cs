namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>A letter about somebody's sign-in: an invitation, a new password. It belongs to no sequence and is stored nowhere.</summary>
/// <param name="To">One address, without a name.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">For mail programs that show no HTML.</param>
/// <param name="Html">A whole document; everything people typed is encoded in it.</param>
public sealed record AccountEmail(string To, string Subject, string Text, string Html)
{
    /// <summary>Customers the letter tells of, as <c>company:customer</c> in numbers: where letters
    /// are kept as files, those about an erased person are found by it.</summary>
    public IReadOnlyCollection<string> About { get; init; } = [];
}
