using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Web.Api.Customers.Importing;

/// <summary>A file as its rows stand in it, read once and not yet understood.</summary>
/// <param name="Header">The names of its columns, as written; a column without a name is an empty text.</param>
/// <param name="Rows">Every row with anything in it.</param>
/// <param name="PassedOver">How many rows had nothing in them.</param>
/// <param name="Errors">What is wrong with the file, by row.</param>
public sealed record ImportSheet(
    IReadOnlyList<string> Header, IReadOnlyList<ImportRow> Rows, int PassedOver, IReadOnlyList<FieldError> Errors)
{
    /// <summary>It was no UTF-8 and was read as Windows text: a person should look whether the letters are right.</summary>
    public bool IsWindows { get; init; }
}

/// <summary>One row of a file.</summary>
/// <param name="Number">As spreadsheets count: the header is row 1.</param>
/// <param name="Cells">As many as there are columns, trimmed; an empty cell is an empty text.</param>
public sealed record ImportRow(int Number, IReadOnlyList<string> Cells);
