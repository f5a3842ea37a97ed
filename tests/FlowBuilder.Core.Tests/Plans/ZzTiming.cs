using System.Diagnostics;
using System.Text;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Steps;
using Xunit;
namespace FlowBuilder.Core.Tests.Plans;
public sealed class ZzTiming
{
    [Fact]
    public void Time()
    {
        var steps = new StepJson(Catalogue.Steps);
        var documents = new SequenceDocumentJson(steps);
        foreach (var n in new[] { 100, 1000, 3000, 9000 })
        {
            var text = new StringBuilder("{\"title\":\"x\",\"nodes\":[");
            for (var i = 0; i < n; i++) text.Append(i == 0 ? "" : ",").Append($"{{\"id\":\"n{i}\",\"kind\":\"action\",\"position\":{{\"x\":0,\"y\":0}},\"step\":{{\"type\":\"email-customer\",\"template\":\"t{i}\"}}}}");
            text.Append("],\"edges\":[]}");
            var watch = Stopwatch.StartNew();
            var read = documents.Read(text.ToString());
            var reading = watch.ElapsedMilliseconds;
            watch.Restart();
            var done = read.Document is null ? null : new PlanCompiler(steps).Compile(read.Document, new CompileSurroundings { Templates = new Dictionary<string, string>(), Sequences = new Dictionary<string, string>(), People = new Dictionary<string, string>(), Now = DateTimeOffset.UtcNow });
            TestContext.Current.TestOutputHelper!.WriteLine($"{n}: read {reading} ms, compile {watch.ElapsedMilliseconds} ms, {done?.Diagnostics.Length} {string.Join(';', read.Errors.Take(2).Select(e => e.ToString()))}");
        }

        throw new InvalidOperationException("shown");
    }
}
