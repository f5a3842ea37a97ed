using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Enrollments;
using FlowBuilder.Runtime.Storage.Sqlite.Raw;

namespace FlowBuilder.Runtime.Storage.Sqlite.Writing;

/// <summary>Step runs and the decision ledger: only ever added to.</summary>
internal sealed class WriteHistory(RawConnection connection, IdBlocks ids)
{
    private readonly RawStatement _step = connection.Prepare(
        "INSERT INTO step_runs (company_id, enrollment_id, id, node, pass, step_type, arrived_at, at, result, port, because) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");

    private readonly RawStatement _decision = connection.Prepare(
        "INSERT INTO decisions (company_id, customer_id, id, sequence_id, enrollment_id, at, outcome, sentence, decided_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");

    public void Insert(CompanyId company, StepRun step) =>
        _step.Add(company.Value).Add(step.Enrollment.Value).Add(ids.Next(IdBlocks.Lines)).Add(step.Node).Add(step.Pass).Add(step.StepType)
            .Add(step.ArrivedAt).Add(step.At).Add((long)step.Result).Add(step.Port).Add(step.Because).Run();

    public void Insert(CompanyId company, CustomerId customer, Decision decision) =>
        _decision.Add(company.Value).Add(customer.Value).Add(ids.Next(IdBlocks.Lines)).Add(decision.Sequence.Value).Add(decision.Enrollment?.Value).Add(decision.At)
            .Add((long)decision.Outcome).Add(decision.Sentence).Add(decision.DecidedBy).Run();
}
