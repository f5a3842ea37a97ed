using System.Globalization;
using System.Text;
using QRCoder;

namespace FlowBuilder.Web.Components.Accounts.SecondFactor;

/// <summary>The picture an authenticator app scans, as one path of an inline drawing.</summary>
/// <param name="Side">Modules on a side, the quiet zone included.</param>
/// <param name="Path">Black modules, row by row.</param>
internal sealed record QrPicture(int Side, string Path)
{
    public static QrPicture Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                if (!row[x]) continue;
                var from = x;
                while (x + 1 < row.Count && row[x + 1]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from + 1}v1H{from}z");
            }
        }

        return new QrPicture(code.ModuleMatrix.Count, path.ToString());
    }

    /// <summary>What the app reads (Google's key URI format, which all of them know).</summary>
    public static string Address(string email, string key) =>
        $"otpauth://totp/FlowBuilder:{Uri.EscapeDataString(email)}?secret={key}&issuer=FlowBuilder&digits=6";

    /// <summary>The key in small letters and groups of four, to be typed.</summary>
    public static string Grouped(string key) => string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(group => new string(group)));
}
