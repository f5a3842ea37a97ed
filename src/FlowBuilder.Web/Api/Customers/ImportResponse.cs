using FlowBuilder.Storage.Model;

namespace FlowBuilder.Web.Api.Customers;

/// <summary>What came of a CSV import, or with <c>preview</c> what would come of it.</summary>
/// <param name="Imported">Rows taken; 0 in a preview.</param>
/// <param name="Rows">Rows in the file with anything in them.</param>
/// <param name="PassedOver">Rows with nothing in them.</param>
/// <param name="LeftOutRows">Rows left out because something is wrong with them (<c>badRows=skip</c>).</param>
/// <param name="Columns">What each column became.</param>
/// <param name="CustomFields">Columns that are no known trait and became fields of their own name.</param>
/// <param name="LeftOut">Columns that were not taken.</param>
/// <param name="Encoding">How the letters were read: <c>utf</c>, or <c>windows-1252</c>, where a
/// person should look whether they are right.</param>
internal sealed record ImportResponse(
    int Imported, int Rows, int PassedOver, int LeftOutRows, IReadOnlyList<ImportColumnResponse> Columns,
    IReadOnlyList<string> CustomFields, IReadOnlyList<string> LeftOut, string Encoding);

/// <summary>A column of an imported file.</summary>
/// <param name="Column">Its name in the file.</param>
/// <param name="Becomes">The trait it became; empty: left out.</param>
internal sealed record ImportColumnResponse(string Column, string Becomes);
