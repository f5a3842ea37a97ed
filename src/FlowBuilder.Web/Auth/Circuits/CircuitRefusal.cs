using System.Globalization;

namespace FlowBuilder.Web.Auth.Circuits;

/// <summary>Why no further screen opens, for the person in front of it.</summary>
/// <param name="Heading">What happened.</param>
/// <param name="Words">Why, and what to do.</param>
internal sealed record CircuitRefusal(string Heading, string Words)
{
    public static CircuitRefusal OfAll { get; } = new(
        "FlowBuilder is full",
        "Too many people have FlowBuilder open right now. What you saved is safe. Close tabs you do not need and try again in a few "
            + "minutes.");

    public static CircuitRefusal OfAccount(int most) => new("Too many tabs are open",
        string.Create(
            CultureInfo.InvariantCulture,
            $"You have FlowBuilder open in {most:N0} tabs or windows across all your devices, which is the most allowed at once. Close "
                + $"some of them, then reload this page."));

    public static CircuitRefusal OfAddress(int most) => new("Too many screens are open",
        string.Create(
            CultureInfo.InvariantCulture,
            $"FlowBuilder is open in {most:N0} tabs or windows from your network address, which is the most allowed at once. Close some "
                + $"of them, then reload this page. If many people share your address, the administrator can raise Circuits:PerAddress."));
}
