namespace FlowBuilder.Benchmarks;

/// <summary>One measurement that can be asked for by name. It prints rows and judges nothing.</summary>
internal abstract class Benchmark
{
    /// <summary>What it is called on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What is measured, and its whole size, in words.</summary>
    public abstract string Size { get; }

    /// <summary>Words of every row it prints at any share, in any order: a run in which one is
    /// missing has not measured what it should.</summary>
    public abstract IReadOnlyList<string> Rows { get; }

    /// <summary>Whether it runs when no name is given; the others take long or need a browser.</summary>
    public virtual bool IsUsual => false;

    /// <summary>Measures and prints.</summary>
    public abstract Task RunAsync(Scale scale, TextWriter output);

    protected static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);

    protected static string Spread(IReadOnlyCollection<double> values) =>
        $"{Median(values),10:N0} ({values.Min():N0} to {values.Max():N0})";
}
