using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Turns;

/// <summary>Moments that lie ahead, and arms of AND nodes.</summary>
internal sealed class WriteMoments(RawConnection connection)
{
    private readonly RawStatement _insert = connection.Prepare(
        "INSERT INTO moments (company_id, id, partition, customer_id, version_id, node, record_type, record_id, at) VALUES (?1, ?2, ?3, "
            + "?4, ?5, ?6, ?7, ?8, ?9)");

    private readonly RawStatement _delete = connection.Prepare("DELETE FROM moments WHERE company_id = ?1 AND id = ?2");

    private readonly RawStatement _remember = connection.Prepare(
        "INSERT INTO arms (company_id, customer_id, version_id, node, record_type, record_id, arm, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
            + "?8) ON CONFLICT DO UPDATE SET at = excluded.at");

    private readonly RawStatement _forget = connection.Prepare(
        "DELETE FROM arms WHERE company_id = ?1 AND customer_id = ?2 AND version_id = ?3 AND node = ?4 AND record_type = ?5 AND record_id "
            + "= ?6 AND arm = ?7");

    public void Insert(CompanyId company, CustomerId customer, int partition, ScheduledMoment moment) =>
        _insert.Add(company.Value)
            .Add(moment.Id)
            .Add(partition)
            .Add(customer.Value)
            .Add(moment.Version.Value)
            .Add(moment.Node)
            .Add(moment.Record)
            .Add(moment.At).Run();

    public void Delete(CompanyId company, long moment) => _delete.Add(company.Value).Add(moment).Run();

    public void Remember(CompanyId company, CustomerId customer, ArmKey arm, DateTimeOffset at) =>
        AddKey(_remember, company, customer, arm).Add(at).Run();

    public void Forget(CompanyId company, CustomerId customer, ArmKey arm) => AddKey(_forget, company, customer, arm).Run();

    private static RawStatement AddKey(RawStatement statement, CompanyId company, CustomerId customer, ArmKey arm) =>
        statement.Add(company.Value)
            .Add(customer.Value)
            .Add(arm.Version.Value)
            .Add(arm.Node)
            .Add(arm.Record?.Type ?? "")
            .Add(arm.Record?.Id ?? "")
            .Add(arm.Arm);
}
