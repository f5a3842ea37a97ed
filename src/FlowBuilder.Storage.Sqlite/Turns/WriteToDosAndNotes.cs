using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Turns;

/// <summary>What the company's people see: to-dos, notes, notifications.</summary>
internal sealed class WriteToDosAndNotes(RawConnection connection)
{
    private readonly RawStatement _toDo = connection.Prepare(
        "INSERT INTO todos (company_id, id, customer_id, enrollment_id, title, notes, assignee_id, due_at, created_at) VALUES (?1, ?2, ?3, "
            + "?4, ?5, ?6, ?7, ?8, ?9)");

    private readonly RawStatement _complete = connection.Prepare(
        "UPDATE todos SET completed_at = ?3, completed_by = ?4 WHERE company_id = ?1 AND id = ?2 AND completed_at IS NULL");

    private readonly RawStatement _note =
        connection.Prepare("INSERT INTO notes (company_id, id, customer_id, enrollment_id, text, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

    private readonly RawStatement _notification = connection.Prepare(
        "INSERT INTO notifications (company_id, id, user_id, customer_id, enrollment_id, text, at, kind, review_id, count, email_due_at) "
            + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1, ?7)");

    public void Insert(CompanyId company, CustomerId customer, Change.ToDoAdded added) =>
        _toDo.Add(company.Value)
            .Add(added.Id)
            .Add(customer.Value)
            .Add(added.Enrollment?.Value)
            .Add(added.ToDo.Title)
            .Add(added.ToDo.Notes)
            .Add(added.ToDo.Assignee?.Id)
            .Add(added.ToDo.DueAt).Add(added.At).Run();

    public void Complete(CompanyId company, Change.ToDoCompleted completed) =>
        _complete.Add(company.Value).Add(completed.Id).Add(completed.At).Add(completed.By).Run();

    public void Insert(CompanyId company, CustomerId customer, Change.NoteAdded added) =>
        _note.Add(company.Value).Add(added.Id).Add(customer.Value).Add(added.Enrollment?.Value).Add(added.Text).Add(added.At).Run();

    public void Insert(CompanyId company, CustomerId customer, Change.NotificationAdded added) =>
        _notification
            .Add(company.Value)
            .Add(added.Id)
            .Add(added.Notification.To.Id)
            .Add(customer.Value)
            .Add(added.Enrollment?.Value)
            .Add(added.Notification.Text)
            .Add(added.At)
            .Add((long)added.Kind)
            .Add(added.Review?.Value).Run();
}
