using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Turns;

/// <summary>No's to addresses and what ends them, by the rules of
/// <see cref="Core.Model.Addresses.AddressStatus"/>: two partitions may write about one address.</summary>
internal sealed class WriteSuppressions(RawConnection connection, AddressHashes hashes)
{
    private readonly RawStatement _no = connection.Prepare(
        "INSERT INTO suppressions (company_id, channel, hash, reason, hashed_with, at, source, before) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
            + "?8) "
        +
        "ON CONFLICT DO UPDATE SET at = excluded.at, source = excluded.source, before = excluded.before, ended_at = NULL, ended_by = NULL "
            +
            "WHERE excluded.at >= suppressions.at AND (suppressions.ended_at IS NULL OR excluded.at >= suppressions.ended_at)");

    private readonly RawStatement _yes = connection.Prepare(
        "UPDATE suppressions SET ended_at = ?4, ended_by = ?5 WHERE company_id = ?1 AND channel = ?2 AND hash = ?3 AND ended_at IS NULL "
            + "AND at <= ?4 AND (?6 IS NULL OR reason = ?6)");

    public void Add(CompanyId company, Change.AddressSuppressed no) =>
        _no.Add(company.Value)
            .Add((long)no.Channel)
            .Add(hashes.Of(company, no.Channel, no.Key))
            .Add((long)no.Suppression.Reason)
            .Add(hashes.KeyName)
            .Add(no.Suppression.At).Add(no.Suppression.Source).Add(no.Suppression.Before).Run();

    public void End(CompanyId company, Change.AddressFreed yes)
    {
        for (var key = 0; key < hashes.Keys; key++)
            _yes.Add(company.Value)
                .Add((long)yes.Channel)
                .Add(hashes.Of(company, yes.Channel, yes.Key, key))
                .Add(yes.At)
                .Add(yes.By)
                .Add((long?)yes.Reason).Run();
    }
}
