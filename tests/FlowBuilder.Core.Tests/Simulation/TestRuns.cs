using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Simulation;
using FlowBuilder.Steps;
using FlowBuilder.Testing.Pure;

namespace FlowBuilder.Core.Tests.Simulation;

/// <summary>Test runs of drawings, for the tests of what they tell.</summary>
internal static class TestRuns
{
    public static readonly DateTimeOffset Start = PureEngine.Start;

    public static readonly Properties Estimate = Properties.Of("estimate_id", "e1").With("total", 800);

    public static TestRun Run(SequenceDocument document, TestCustomer customer) => new(Setting(document, customer));

    public static TestRunSetting Setting(SequenceDocument document, TestCustomer customer)
    {
        var writer = new PureWriter();
        var company = new PureEngine().Company;
        return new TestRunSetting
        {
            Plan = Drawn.Compiler.Compile(document).Plan
                ?? throw new InvalidOperationException(string.Join('\n', Drawn.Compiler.Compile(document).Diagnostics)),
            Title = document.Title, Facts = customer.ToFacts(company, Start), Start = Start, Catalog = Catalogue.Steps, Writer = writer,
            Filler = writer,
        };
    }
}
