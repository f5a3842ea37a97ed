namespace FlowBuilder.Web.Api.Customers;

/// <summary>What came of a CSV import.</summary>
/// <param name="Imported">Rows taken.</param>
internal sealed record ImportView(int Imported);
