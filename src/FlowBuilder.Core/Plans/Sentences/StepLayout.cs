namespace FlowBuilder.Core.Plans.Sentences;

/// <summary>
/// Orders the steps for reading: branches under their If or Split, and behind them the step where all branches meet again. Each step is
/// said once; other ways to it refer to its number. Works with its own stack, however long the plan.
/// </summary>
internal sealed class StepLayout(Plan plan)
{
    private const int DeepestIndent = 40;

    private readonly Dictionary<int, int> _numbers = [];
    private readonly int[] _meets = Meetings.Of(plan);

    /// <summary>The number of each step that has been laid.</summary>
    public IReadOnlyDictionary<int, int> Numbers => _numbers;

    /// <summary>The lines for everything from a step on that has not been said yet; none when it has.</summary>
    public List<LayoutLine> Lay(int first)
    {
        var lines = new List<LayoutLine>();
        var open = new Stack<Stretch>();
        if (first != PlanStep.End && !_numbers.ContainsKey(first)) open.Push(new Stretch(first, first, PlanStep.End, 0, null));
        while (open.TryPop(out var stretch))
        {
            if (stretch.Port is not null)
            {
                var empty = stretch.Step == PlanStep.End || stretch.Step == stretch.Until || _numbers.ContainsKey(stretch.Step);
                lines.Add(new LayoutLine.Branch(Cap(stretch.Indent - 1), stretch.From, stretch.Port, empty ? stretch.Step : null));
                if (empty) continue;
            }

            Walk(stretch, lines, open);
        }

        return lines;
    }

    private void Walk(Stretch stretch, List<LayoutLine> lines, Stack<Stretch> open)
    {
        var (step, from) = (stretch.Step, stretch.From);
        while (step != PlanStep.End && step != stretch.Until)
        {
            if (!_numbers.TryAdd(step, _numbers.Count + 1))
            {
                lines.Add(new LayoutLine.Goes(Cap(stretch.Indent), from, step));
                return;
            }

            var ports = plan.Steps[step].Step.Ports;
            lines.Add(new LayoutLine.Says(Cap(stretch.Indent), step, ports.Length > 1));
            if (ports.Length > 1)
            {
                var meets = _meets[step];
                if (meets != PlanStep.End && meets != stretch.Until)
                    open.Push(new Stretch(meets, step, stretch.Until, stretch.Indent, null));
                var until = meets != PlanStep.End ? meets : stretch.Until;
                foreach (var port in ports.Reverse())
                    open.Push(new Stretch(plan.Steps[step].After(port), step, until, stretch.Indent + 2, port));
                return;
            }

            (from, step) = (step, plan.Steps[step].Exits is [var exit, ..] ? exit.To : PlanStep.End);
        }
    }

    private static int Cap(int indent) => Math.Min(indent, DeepestIndent);

    /// <summary>A piece of the plan still to be said: from a step until where branches meet.</summary>
    private readonly record struct Stretch(int Step, int From, int Until, int Indent, string? Port);
}
