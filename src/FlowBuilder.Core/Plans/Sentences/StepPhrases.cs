using System.Globalization;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Plans.Sentences;

/// <summary>Turns the lines of a <see cref="StepLayout"/> into sentences.</summary>
internal sealed class StepPhrases(Plan plan, IReadOnlyDictionary<int, int> numbers, Names names)
{
    public IEnumerable<Sentence> Of(LayoutLine line, SentencePart part, int indent)
    {
        var at = indent + line.Indent;
        switch (line)
        {
            case LayoutLine.Says says:
                var step = plan.Steps[says.Step];
                var clause = Capitals.First(step.Step.Sentence(names));
                yield return new Sentence(part, at, clause + (says.HasBranches ? ":" : "."), step.Node, numbers[says.Step]);
                break;
            case LayoutLine.Branch branch:
                yield return new Sentence(part, at, $"{Label(branch.Port)}{Tail(branch.Leads, branch.From)}");
                break;
            case LayoutLine.Goes goes:
                yield return new Sentence(part, at, $"{Capitals.First(Tail(goes.Leads, goes.From).TrimStart(':', ' '))}");
                break;
        }
    }

    /// <summary>“go on with step 3 (wait 2 days)”.</summary>
    public string GoTo(int step, string verb = "continue with") =>
        string.Create(CultureInfo.InvariantCulture, $"{verb} step {numbers[step]} ({plan.Steps[step].Step.Sentence(names)})");

    private string Tail(int? leads, int from) => leads switch
    {
        null => ":",
        PlanStep.End => ": the sequence ends.",
        { } to when numbers[to] <= numbers[from] && plan.Steps[to].InCycle && plan.Steps[from].InCycle =>
            string.Create(CultureInfo.InvariantCulture, $": {GoTo(to, "go back to")}, at most {plan.Settings.MaxPasses} times."),
        { } to => $": {GoTo(to)}.",
    };

    private static string Label(string port) => port switch
    {
        "yes" => "Yes",
        "no" => "Otherwise",
        "out" => "When it happens",
        "timedOut" => "When time runs out",
        _ => $"Branch “{port}”",
    };

}
