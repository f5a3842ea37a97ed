using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>With nothing to do the program does nothing. What ticks by itself all the same stands
/// in docs/architecture.md, with its reason and its cost.</summary>
public sealed partial class RestTests
{
    [Fact]
    public void Everything_that_runs_by_itself_is_in_the_table()
    {
        var listed = Listed();
        (from source in Source.All
         where source.IsProduct
         from node in source.Root.DescendantNodes()
         where TicksByItself(node)
         let type = Source.NameOf(node.Ancestors().OfType<BaseTypeDeclarationSyntax>().Last())
         where !listed.Contains(type)
         select $"{source.At(node)}: {type} runs by itself; give it a row under “What runs by itself” in docs/architecture.md, or let it "
             + $"wait for what it needs")
             .ShouldBeEmpty();
    }

    [Fact]
    public void Everything_in_the_table_is_there() =>
        Listed().Except(Source.All.Where(source => source.IsProduct)
            .SelectMany(source => source.TopLevelTypes)
            .Select(Source.NameOf)).ShouldBeEmpty();

    [Fact]
    public void The_limiters_of_the_framework_are_not_used_because_they_tick_for_ever() =>
        (from source in Source.All
         where source.IsProduct
         from node in source.Root.DescendantNodes()
         where node is IdentifierNameSyntax { Identifier.Text: "PartitionedRateLimiter" or "AddRateLimiter" or "UseRateLimiter" }
             or GenericNameSyntax { Identifier.Text: "PartitionedRateLimiter" }
         select $"{source.At(node)}: use Buckets").ShouldBeEmpty();

    /// <summary>A periodic timer, or a pause in a loop. A timer that fires once, and a pause
    /// somebody asked for, are no such thing.</summary>
    private static bool TicksByItself(SyntaxNode node) => node switch
    {
        ObjectCreationExpressionSyntax made =>
            made.Type.ToString() is "PeriodicTimer" or "Timer" or "System.Threading.Timer" or "System.Timers.Timer",
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "CreateTimer" } } timer =>
            timer.ArgumentList.Arguments[^1].ToString() != "Timeout.InfiniteTimeSpan",
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Delay" } access } pause =>
            access.Expression.ToString() == "Task"
                && pause.Ancestors().TakeWhile(above => above is not MemberDeclarationSyntax and not AnonymousFunctionExpressionSyntax)
                    .Any(above => above is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax),
        _ => false,
    };

    private static HashSet<string> Listed()
    {
        var page = Tree.Read("docs/architecture.md");
        var section = page[page.IndexOf("## What runs by itself", StringComparison.Ordinal)..];
        var end = section.IndexOf("\n## ", StringComparison.Ordinal);
        return [.. Row().Matches(end < 0 ? section : section[..end]).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex(@"^\| `(\w+)`", RegexOptions.Multiline)]
    private static partial Regex Row();
}
