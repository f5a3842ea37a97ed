using FlowBuilder.Core.Model.AuditLog;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.AuditLog;
using FlowBuilder.Storage.Model.Companies;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Auditing;

/// <summary>Puts a line behind a company's audit log, within the commit of what it tells of.
/// Screens write to the same log, so its end is read each time.</summary>
internal sealed class AppendAudit(RawConnection connection, AuditSeals seals)
{
    private readonly RawStatement _last =
        connection.Prepare("SELECT id, hash FROM audit_log WHERE company_id = ?1 AND id > 0 ORDER BY id DESC LIMIT 1");

    private readonly RawStatement _insert = connection.Prepare(
        "INSERT INTO audit_log (company_id, id, at, actor_id, \"by\", action, subject, words, \"before\", \"after\", hash, sealed_with) "
            + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, NULL, NULL, ?9, ?10)");

    public void Append(CompanyId company, AuditNote note, DateTimeOffset at)
    {
        var (place, before) = (0L, "");
        if (_last.Add(company.Value).Read())
        {
            (place, before) = (_last.Long(0), _last.Text(1));
            _last.Stop();
        }

        var line = new AuditLogRow
        {
            CompanyId = company.Value, At = at, ActorId = note.By.Id, By = note.By.Name, Action = note.Action, Subject = note.Subject,
            Words = note.Words
        };
        seals.Seal(line, place + 1, before);
        _insert.Add(line.CompanyId)
            .Add(line.Id)
            .Add(line.At)
            .Add(line.ActorId)
            .Add(line.By)
            .Add(line.Action)
            .Add(line.Subject)
            .Add(line.Words)
            .Add(line.Hash)
            .Add(line.SealedWith).Run();
    }
}
