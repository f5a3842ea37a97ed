using System.Globalization;
using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite.Raw;
using FlowBuilder.Storage.Sqlite.Tables;
using FlowBuilder.Storage.Sqlite.Writer;

namespace FlowBuilder.Storage.Sqlite.Merging;

/// <summary>
/// Moves everything of one customer to another. Events of the merged customer that its partition has not worked off get new positions in
/// the survivor's inbox; those worked off become plain history. What both have stays the survivor's; an opt-out of either stays.
/// </summary>
internal sealed class MergeCustomers
{
    private static readonly string[] WithPartition = ["enrollments", "messages", "moments", "reviews"];
    private static readonly string[] Plain = ["customer_keys", "decisions", "todos", "notes", "notifications"];
    private static readonly string[] Shared = ["customer_tags", "records", "arms"];
    private readonly CustomerLimits _limits;

    private readonly WriteOperations _operations;
    private readonly RawStatement _find;
    private readonly RawStatement _survivorOf;
    private readonly RawStatement _unworked;
    private readonly RawStatement _reposition;
    private readonly RawStatement _take;
    private readonly RawStatement[] _moves;
    private readonly RawStatement[] _movesToPartition;

    public MergeCustomers(RawConnection connection, WriteOperations operations, CustomerLimits limits)
    {
        _operations = operations;
        _limits = limits;
        _find = connection.Prepare("SELECT fields, user_id FROM customers WHERE company_id = ?1 AND id = ?2 AND merged_into IS NULL");
        _survivorOf = connection.Prepare("SELECT merged_into FROM customers WHERE company_id = ?1 AND id = ?2 AND merged_into IS NOT NULL");
        _unworked = connection.Prepare(
            "SELECT seq FROM events WHERE company_id = ?1 AND customer_id = ?2 AND partition = ?3 AND seq > ?4 ORDER BY seq");
        _reposition = connection.Prepare(
            "UPDATE events SET customer_id = ?4, seq = ?5, partition = ?6 WHERE company_id = ?1 AND customer_id = ?2 AND seq = ?3");
        _take = connection.Prepare(
            $"UPDATE customers AS kept SET {CustomerMergeColumns.Survivor(4)} FROM customers AS other WHERE kept.company_id = ?1 AND "
                + $"kept.id = ?3 AND other.company_id = ?1 AND other.id = ?2");
        _movesToPartition = [.. WithPartition
            .Select(
                table =>
                    connection.Prepare($"UPDATE {table} SET customer_id = ?3, partition = ?4 WHERE company_id = ?1 AND customer_id = ?2"))];
        // Tables whose key holds the customer may collide: the survivor's row stays, the other one goes.
        _moves =
        [
            .. Plain
                .Select(table => connection.Prepare($"UPDATE {table} SET customer_id = ?3 WHERE company_id = ?1 AND customer_id = ?2")),
            connection.Prepare(Moving("customer_tags", "tag_key", limits.Tags)),
            connection.Prepare(Moving("records", "type, id", limits.Records)),
            connection.Prepare(
                $"UPDATE arms SET customer_id = ?3 WHERE company_id = ?1 AND customer_id = ?2 AND NOT EXISTS ({Same("arms")})"),
            connection.Prepare("UPDATE OR IGNORE events SET customer_id = ?3, partition = NULL WHERE company_id = ?1 AND customer_id = ?2"),
            .. Shared.Append("events")
                .Select(table => connection.Prepare($"DELETE FROM {table} WHERE company_id = ?1 AND customer_id = ?2 AND ?3 IS NOT NULL")),
            connection.Prepare($"UPDATE customers SET merged_into = ?3, {CustomerMergeColumns.Merged()} WHERE company_id = ?1 AND id = ?2"),
        ];
    }

    /// <summary>Does nothing but write the changes when one of the two is gone already.</summary>
    public void Write(CompanyId company, CustomerId survivor, CustomerId merged, TurnBatch changes)
    {
        _operations.Turns.Write(changes);
        survivor = SurvivorOf(company, survivor);
        if (survivor == merged || Find(company, merged) is not { } other || Find(company, survivor) is not { } kept) return;
        var home = _operations.PartitionOf(survivor);
        Reposition(company, survivor, merged, home);
        kept = kept with { Fields = CustomerMerge.Fields(kept.Fields, other.Fields, _limits) };
        CustomerMergeColumns
            .Bind(_take.Add(company.Value).Add(merged.Value).Add(survivor.Value), IndexedCustomer.Of(kept, _operations.Index)).Run();
        foreach (var move in _movesToPartition) move.Add(company.Value).Add(merged.Value).Add(survivor.Value).Add(home).Run();
        foreach (var move in _moves) move.Add(company.Value).Add(merged.Value).Add(survivor.Value).Run();
    }

    /// <summary>Moves what the survivor has not, in the order of its keys, as far as a customer may hold it.</summary>
    private static string Moving(string table, string key, int most) => string.Create(CultureInfo.InvariantCulture,
        $"UPDATE {table} SET customer_id = ?3 WHERE company_id = ?1 AND customer_id = ?2 AND ({key}) IN (SELECT {key} FROM {table} WHERE "
            + $"company_id = ?1 AND customer_id = ?2 ")
        +
        string.Create(
            CultureInfo.InvariantCulture,
            $"AND NOT EXISTS ({Same(table)}) ORDER BY {key} LIMIT MAX(0, {most} - (SELECT COUNT(*) FROM {table} WHERE company_id = ?1 AND "
                + $"customer_id = ?3)))");

    private static string Same(string table) =>
        $"SELECT 1 FROM {table} AS kept WHERE kept.company_id = ?1 AND kept.customer_id = ?3 AND " + table switch
        {
            "customer_tags" => "kept.tag_key = customer_tags.tag_key",
            "records" => "kept.type = records.type AND kept.id = records.id",
            _ =>
                "kept.version_id = arms.version_id AND kept.node = arms.node AND kept.record_type = arms.record_type AND kept.record_id = "
                    + "arms.record_id AND kept.arm = arms.arm",
        };

    private void Reposition(CompanyId company, CustomerId survivor, CustomerId merged, int home)
    {
        var away = _operations.PartitionOf(merged);
        var positions = new List<long>();
        _unworked.Add(company.Value).Add(merged.Value).Add(away).Add(_operations.Partitions.DoneThrough(away));
        while (_unworked.Read()) positions.Add(_unworked.Long(0));
        foreach (var seq in positions)
            _reposition.Add(company.Value)
                .Add(merged.Value)
                .Add(seq)
                .Add(survivor.Value)
                .Add(_operations.Positions.Next(home, out _))
                .Add(home).Run();
    }

    private CustomerId SurvivorOf(CompanyId company, CustomerId customer)
    {
        while (_survivorOf.Add(company.Value).Add(customer.Value).Read())
        {
            customer = new CustomerId(_survivorOf.Long(0));
            _survivorOf.Stop();
        }

        return customer;
    }

    private Customer? Find(CompanyId company, CustomerId customer)
    {
        if (!_find.Add(company.Value).Add(customer.Value).Read()) return null;
        var found = new Customer
        {
            Id = customer, Company = company, Fields = Properties.Parse(_find.Text(0)), UserId = _find.TextOrNull(1)
        };
        _find.Stop();
        return found;
    }
}
