using System.Globalization;

namespace FlowBuilder.Application.Lists;

/// <summary>Ids of rows travel as text: they are larger than a JavaScript number can hold.</summary>
public static class RowId
{
    public static string Write(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>False for what cannot be an id; the caller answers 404, as for an id nobody has.</summary>
    public static bool TryRead(string text, out long id) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
}
