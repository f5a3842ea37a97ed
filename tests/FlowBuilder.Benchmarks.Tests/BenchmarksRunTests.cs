using FlowBuilder.Testing;
using Shouldly;
using Xunit;

namespace FlowBuilder.Benchmarks.Tests;

/// <summary>A benchmark that nobody runs is broken: each runs here at a hundredth of its size, as
/// the program it is. No time is judged.</summary>
public sealed class BenchmarksRunTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static TheoryData<string> Names => [.. BenchmarkTable.All.Select(benchmark => benchmark.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_benchmark_runs_to_its_end_and_prints_its_rows(string name)
    {
        var (code, output) = Run(name, "--share", "0.01");
        code.ShouldBe(0, output);
        BenchmarkTable.All
            .Single(benchmark => benchmark.Name == name).Rows
            .Where(row => !output.Contains(row, StringComparison.Ordinal))
            .ShouldBeEmpty(output);
    }

    [Fact]
    public void A_name_that_is_none_is_refused_with_the_names_there_are()
    {
        var (code, output) = Run("w9");
        code.ShouldBe(64);
        BenchmarkTable.All.ShouldAllBe(benchmark => output.Contains(benchmark.Name));
    }

    [Theory]
    [InlineData("--share", "0")]
    [InlineData("--share", "2")]
    [InlineData("--share", "some")]
    [InlineData("--rounds", "0")]
    public void A_size_that_is_none_is_refused(string option, string value) =>
        Should.Throw<ArgumentException>(() => Scale.Read(["w1", option, value])).Message.ShouldContain(option);

    [Fact]
    public void Every_benchmark_has_a_name_of_its_own() => BenchmarkTable.All.Select(benchmark => benchmark.Name).ShouldBeUnique();

    /// <summary>They stand in documents, in notes and in people's fingers: a name is no text, and stays.</summary>
    [Fact]
    public void The_names_people_type_stay() =>
        BenchmarkTable.All
            .Select(benchmark => benchmark.Name)
            .ShouldBe(["w1", "w2", "w3", "drawings", "reviews", "activity", "idle", "neighbours", "mail", "canvas", "live"]);

    private static (int Code, string Output) Run(params string[] arguments)
    {
        // From its own folder: it finds the browser's tests from there.
        var program = Path.Combine(
            AppContext.BaseDirectory.Replace("FlowBuilder.Benchmarks.Tests", "FlowBuilder.Benchmarks", StringComparison.Ordinal),
            "FlowBuilder.Benchmarks.dll");
        return Needs.Run("dotnet", [program, .. arguments], Patience);
    }
}
