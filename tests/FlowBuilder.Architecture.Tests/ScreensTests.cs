using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>What every component of Web keeps: what it needs is required, what it reads ends with
/// it, and what it follows it follows in one way.</summary>
public sealed partial class ScreensTests
{
    private const string Folder = "src/FlowBuilder.Web/Components/";

    private const string Base = Folder + "Elements/LiveComponent.cs";

    /// <summary>The one place that says why a write is carried through.</summary>
    private const string Writes = Folder + "Elements/Uninterrupted.cs";

    [Fact]
    public void No_screen_waits_for_what_nobody_can_cut_off() =>
        Where(text => text.Contains("CancellationToken.None", StringComparison.Ordinal)).ShouldBe([Writes]);

    [Fact]
    public void What_a_screen_is_given_is_required() => Where(text => Optional().IsMatch(text)).ShouldBeEmpty();

    [Fact]
    public void Whoever_follows_the_feed_is_a_live_component() => Where(text => Following().IsMatch(text)).ShouldBe([Base]);

    private static IEnumerable<string> Where(Func<string, bool> isSo) =>
        Tree.Ending(".cs", Folder.TrimEnd('/'))
            .Concat(Tree.Ending(".razor", Folder.TrimEnd('/')))
            .Where(file => isSo(Tree.Read(file)))
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\[Inject\](?!\s*public required\b)")]
    private static partial Regex Optional();

    [GeneratedRegex(@"\b\w*[Ff]eed\.(?:Follow|Subscribe)\(|\bnew ScreenSubscriptions\b|\bScreenSubscriptions \w+ = new\(")]
    private static partial Regex Following();
}
