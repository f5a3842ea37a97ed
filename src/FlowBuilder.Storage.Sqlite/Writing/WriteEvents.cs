using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Writing;

/// <summary>Adds events to a customer's history, and to an inbox when they came from outside.</summary>
internal sealed class WriteEvents(RawConnection connection)
{
    private readonly RawStatement _insert = connection.Prepare(
        "INSERT INTO events (company_id, customer_id, seq, partition, name, kind, at, arrived_at, record_type, record_id, properties, source, depth, raised_by, imported, merges) " +
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)");

    public void Insert(CompanyId company, CustomerId customer, CustomerEvent happened, int? inbox, CustomerId? merges) =>
        _insert.Add(company.Value).Add(customer.Value).Add(happened.Seq).Add(inbox).Add(happened.Name).Add((long)happened.Kind).Add(happened.At).Add(happened.ArrivedAt)
            .Add(happened.Record).Add(happened.Properties.IsEmpty ? null : happened.Properties.ToJson()).Add(happened.Source).Add(happened.Depth)
            .Add(happened.RaisedBy?.Value).Add(happened.Imported).Add(merges?.Value).Run();

    private readonly RawStatement _workedOff = connection.Prepare("UPDATE events SET partition = NULL WHERE company_id = ?1 AND customer_id = ?2 AND seq = ?3");

    /// <summary>The event has left the inbox before older ones of other companies: it is history.</summary>
    public void WorkedOff(CompanyId company, CustomerId customer, long seq) => _workedOff.Add(company.Value).Add(customer.Value).Add(seq).Run();
}
