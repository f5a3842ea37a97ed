using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Turns;

/// <summary>Counts the steps of a commit by sequence, node, port and hour, and adds each count once.</summary>
internal sealed class WriteTallies(RawConnection connection)
{
    private readonly RawStatement _add = connection.Prepare(
        "INSERT INTO step_tallies (company_id, sequence_id, node, port, result, hour, count) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) " +
        "ON CONFLICT (company_id, sequence_id, node, port, result, hour) DO UPDATE SET count = count + excluded.count");

    private readonly Dictionary<Key, int> _counts = [];

    /// <summary>Forgets what a commit that was given up had counted.</summary>
    public void Begin() => _counts.Clear();

    /// <summary>One more. A step that a stop came before was not done.</summary>
    public void Count(CompanyId company, StepRun step)
    {
        if (step.Result == StepResult.Cancelled) return;
        var key = new Key(company, step.Sequence, step.Node, step.Port ?? "", step.Result, Hour(step.At));
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
    }

    public void Write()
    {
        foreach (var (key, count) in _counts)
            _add.Add(key.Company.Value)
                .Add(key.Sequence.Value)
                .Add(key.Node)
                .Add(key.Port)
                .Add((long)key.Result)
                .Add(key.Hour)
                .Add(count).Run();
        _counts.Clear();
    }

    private static DateTimeOffset Hour(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    private readonly record struct Key(
        CompanyId Company, SequenceId Sequence, string Node, string Port, StepResult Result, DateTimeOffset Hour);
}
