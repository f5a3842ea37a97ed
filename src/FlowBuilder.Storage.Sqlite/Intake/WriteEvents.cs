using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Sqlite.Raw;
using FlowBuilder.Storage.Sqlite.Tables;

namespace FlowBuilder.Storage.Sqlite.Intake;

/// <summary>Adds events to a customer's history, and to an inbox when they came from outside.</summary>
internal sealed class WriteEvents(RawConnection connection)
{
    private readonly RawStatement _insert = connection.Prepare(
        $"INSERT INTO events (company_id, customer_id, partition, merges, {EventColumns.All.Names()}) VALUES "
            + $"({Parameters.To(4 + EventColumns.All.Count)})");

    private readonly RawStatement _workedOff =
        connection.Prepare("UPDATE events SET partition = NULL WHERE company_id = ?1 AND customer_id = ?2 AND seq = ?3");

    public void Insert(CompanyId company, CustomerId customer, CustomerEvent happened, int? inbox, CustomerId? merges) =>
        EventColumns.All.Bind(_insert.Add(company.Value).Add(customer.Value).Add(inbox).Add(merges?.Value), happened).Run();

    /// <summary>The event has left the inbox before older ones of other companies: it is history.</summary>
    public void WorkedOff(CompanyId company, CustomerId customer, long seq) =>
        _workedOff.Add(company.Value).Add(customer.Value).Add(seq).Run();
}
