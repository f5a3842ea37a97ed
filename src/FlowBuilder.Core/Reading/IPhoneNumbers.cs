namespace FlowBuilder.Core.Reading;

/// <summary>Knows how phone numbers are written.</summary>
public interface IPhoneNumbers
{
    /// <summary>A number as <c>+15551234567</c> (E.164); null when the text cannot be one.</summary>
    /// <param name="typed">As somebody wrote it.</param>
    /// <param name="country">Two letters: where numbers without a plus are at home.</param>
    string? Phone(string? typed, string? country);
}
