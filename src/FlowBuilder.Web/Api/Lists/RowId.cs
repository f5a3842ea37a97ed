using System.Globalization;

namespace FlowBuilder.Web.Api.Lists;

/// <summary>Ids of rows travel as text: they are larger than a JavaScript number can hold.</summary>
internal static class RowId
{
    public static string Write(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>False for what cannot be an id; the caller answers 404, as for an id nobody has.</summary>
    public static bool TryRead(string text, out long id) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
}
