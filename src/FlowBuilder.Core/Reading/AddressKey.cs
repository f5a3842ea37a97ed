using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace FlowBuilder.Core.Reading;

/// <summary>What addresses in their normal form are compared by.</summary>
public static class AddressKey
{
    /// <summary>The key of an address that is in its normal form already.</summary>
    [SuppressMessage("Globalization", "CA1308", Justification = "Addresses are written in lower case.")]
    public static string Of(string normal)
    {
        ArgumentNullException.ThrowIfNull(normal);
        return normal.ToLowerInvariant().Normalize(NormalizationForm.FormKC);
    }
}
