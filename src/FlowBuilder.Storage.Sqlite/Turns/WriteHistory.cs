using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Sqlite.Raw;
using FlowBuilder.Storage.Sqlite.Writer;

namespace FlowBuilder.Storage.Sqlite.Turns;

/// <summary>Step runs and the decision ledger: only ever added to. Step runs of a commit are
/// collected and go in several to a statement.</summary>
internal sealed class WriteHistory(RawConnection connection, IdBlocks ids)
{
    /// <summary>Rows that one statement takes, the largest first; what is left over goes in one by one.</summary>
    private readonly Lot[] _lots = [new(connection, 16), new(connection, 4), new(connection, 1)];

    private readonly RawStatement _decision = connection.Prepare(
        "INSERT INTO decisions (company_id, customer_id, id, sequence_id, enrollment_id, at, outcome, sentence, decided_by) VALUES (?1, "
            + "?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");

    private readonly List<(CompanyId Company, long Id, StepRun Step)> _steps = [];

    /// <summary>Forgets what a commit that was given up had collected.</summary>
    public void Begin() => _steps.Clear();

    /// <summary>Collects a step run; it stands in the tables after <see cref="Write"/>.</summary>
    public void Add(CompanyId company, StepRun step) => _steps.Add((company, ids.Next(IdBlocks.Lines), step));

    public void Insert(CompanyId company, CustomerId customer, Decision decision) =>
        _decision.Add(company.Value)
            .Add(customer.Value)
            .Add(ids.Next(IdBlocks.Lines))
            .Add(decision.Sequence.Value)
            .Add(decision.Enrollment?.Value)
            .Add(decision.At)
            .Add((long)decision.Outcome).Add(decision.Sentence).Add(decision.DecidedBy).Run();

    /// <summary>Writes the step runs collected so far.</summary>
    public void Write()
    {
        var written = 0;
        foreach (var lot in _lots)
            for (; _steps.Count - written >= lot.Rows; written += lot.Rows) lot.Insert(_steps, written);
        _steps.Clear();
    }

    private sealed class Lot(RawConnection connection, int rows)
    {
        private readonly RawStatement _insert = connection.Prepare(
            "INSERT INTO step_runs (company_id, enrollment_id, id, node, pass, step_type, arrived_at, at, result, port, because) VALUES "
            + string.Join(", ", Enumerable.Repeat("(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)));

        public int Rows => rows;

        public void Insert(List<(CompanyId Company, long Id, StepRun Step)> steps, int from)
        {
            for (var index = from; index < from + rows; index++)
            {
                var (company, id, step) = steps[index];
                _insert.Add(company.Value).Add(step.Enrollment.Value).Add(id).Add(step.Node).Add(step.Pass).Add(step.StepType)
                    .Add(step.ArrivedAt).Add(step.At).Add((long)step.Result).Add(step.Port).Add(step.Because);
            }

            _insert.Run();
        }
    }
}
