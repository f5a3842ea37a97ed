using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>What no file of ours may contain.</summary>
public sealed class CodeTests
{
    private const int MostLines = 300;

    private static readonly string[] WallClocks =
    [
        "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow"
    ];

    private static readonly string[] Waiting = ["Application", "Runtime", "Storage"];

    private static readonly string[] Chance =
    [
        "Guid.NewGuid", "Guid.CreateVersion7", "Random.Shared", "TimeProvider.System", "Environment.TickCount", "Environment.TickCount64",
        "Stopwatch.GetTimestamp"
    ];

    [Fact]
    public void No_file_is_over_300_lines() =>
        Source.All.Where(source => source.Lines.Count > MostLines).Select(source => $"{source.Path}: {source.Lines.Count}").ShouldBeEmpty();

    [Fact]
    public void The_product_asks_a_clock_for_the_time() =>
        Uses(source => source.IsProduct, WallClocks).ShouldBeEmpty();

    [Fact]
    public void Core_and_steps_know_neither_chance_nor_a_clock_of_their_own() =>
        Uses(source => source.IsPure, Chance)
            .Concat(Find<ObjectCreationExpressionSyntax>(
                source => source.IsPure, made => made.Type.ToString() is "Random" or "System.Random"))
            .ShouldBeEmpty();

    /// <summary>The system's clock is registered once; whoever needs it is given it, and a test gives another.</summary>
    [Fact]
    public void Runtime_and_storage_are_given_the_clock_and_take_it_only_where_it_is_registered() =>
        Find<MemberAccessExpressionSyntax>(
            source =>
                source.IsProduct
                && (source.Path.StartsWith("src/FlowBuilder.Runtime/", StringComparison.Ordinal)
                    || source.Path.StartsWith("src/FlowBuilder.Storage", StringComparison.Ordinal)),
            access => access.ToString() is "TimeProvider.System" or "System.TimeProvider.System"
                && access.Parent?.Parent?.Parent
                    is not InvocationExpressionSyntax
                    {
                        Expression: MemberAccessExpressionSyntax
                        {
                            Name.Identifier.Text: "AddSingleton"
                        or "TryAddSingleton"
                        }
                    })
            .ShouldBeEmpty();

    /// <summary>A thread that waits for a task is one less that could work: whoever needs an answer awaits it.</summary>
    [Fact]
    public void Runtime_storage_and_application_never_hold_a_thread_to_wait_for_a_task() =>
        Find<InvocationExpressionSyntax>(
            source =>
                source.IsProduct
                && Array.Exists(Waiting, room => source.Path.StartsWith($"src/FlowBuilder.{room}", StringComparison.Ordinal)),
            call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "GetResult" }).ShouldBeEmpty();

    /// <summary>A program that was held up for a moment would answer otherwise, or break a turn:
    /// what a pattern reads is bounded instead.</summary>
    [Fact]
    public void No_pattern_is_given_a_time() =>
        Find<AttributeSyntax>(
            source => source.IsProduct,
            attribute => attribute.Name.ToString() == "GeneratedRegex" && attribute.ArgumentList is { Arguments.Count: > 2 })
            .ShouldBeEmpty();

    [Fact]
    public void Nothing_is_async_void() =>
        Find<MethodDeclarationSyntax>(
            _ => true, method => method.Modifiers.Any(SyntaxKind.AsyncKeyword) && method.ReturnType.ToString() == "void")
            .Concat(Find<LocalFunctionStatementSyntax>(
                _ => true, method => method.Modifiers.Any(SyntaxKind.AsyncKeyword) && method.ReturnType.ToString() == "void"))
            .ShouldBeEmpty();

    [Fact]
    public void Whoever_catches_everything_filters_or_throws_on() =>
        Find<CatchClauseSyntax>(source => source.IsProduct, caught =>
            caught.Declaration?.Type.ToString() is null or "Exception" or "System.Exception"
            && caught.Filter is null
            && !caught.Block.DescendantNodes().OfType<ThrowStatementSyntax>().Any(thrown => thrown.Expression is null))
            .ShouldBeEmpty();

    /// <summary>The <c>\d</c> of .NET is a digit of any script, and what it lets through breaks whoever reads it as a number. What takes
    /// other scripts' digits goes through <c>AsciiDigits</c> first. The patterns of the JSON schema are ECMAScript's.</summary>
    [Fact]
    public void Patterns_say_which_digits_they_mean() =>
        (from source in Source.All
         where source.IsProduct && !source.Path.EndsWith("Graph/Schema/SettingSchema.cs", StringComparison.Ordinal)
         from token in source.Root.DescendantTokens()
         where token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText.Contains(@"\d", StringComparison.Ordinal)
         select source.At(token.Parent!)).ShouldBeEmpty();

    [Fact]
    public void No_catch_is_empty_without_a_reason() =>
        Find<CatchClauseSyntax>(
            source => source.IsProduct,
            caught =>
                caught.Block.Statements.Count == 0
                && !caught.Block.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)))
            .ShouldBeEmpty();

    [Fact]
    public void Exceptions_say_what_they_are() =>
        Find<ObjectCreationExpressionSyntax>(
            _ => true, made => made.Type.ToString() is "Exception" or "System.Exception" or "ApplicationException")
            .ShouldBeEmpty();

    [Fact]
    public void Only_the_start_of_the_program_writes_to_the_console() =>
        Find<MemberAccessExpressionSyntax>(source => source.IsProduct && !source.Path.EndsWith("/Program.cs", StringComparison.Ordinal),
            access =>
                access.Expression.ToString() is "Console" or "System.Console"
                && access.Name.Identifier.Text.StartsWith("Write", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Nobody_sleeps() => Uses(_ => true, ["Thread.Sleep"]).ShouldBeEmpty();

    [Fact]
    public void No_test_is_skipped() =>
        Find<AttributeArgumentSyntax>(
            source => !source.IsProduct, argument => argument.NameEquals?.Name.Identifier.Text is "Skip" or "Explicit")
            .ShouldBeEmpty();

    [Fact]
    public void No_file_has_regions() =>
        Source.All.Where(source => source.Root.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.RegionDirectiveTrivia)))
            .Select(source => source.Path).ShouldBeEmpty();

    [Fact]
    public void A_cancellation_token_comes_last() =>
        Find<MethodDeclarationSyntax>(source => source.IsProduct, method => method.ParameterList.Parameters is { Count: > 1 } parameters
            && parameters.Take(parameters.Count - 1).Any(parameter => IsCancellation(parameter))
            && !IsCancellation(parameters[^1])).ShouldBeEmpty();

    private static bool IsCancellation(ParameterSyntax parameter) =>
        parameter.Type?.ToString().EndsWith("CancellationToken", StringComparison.Ordinal) == true;

    private static IEnumerable<string> Uses(Func<Source, bool> where, string[] symbols) =>
        Find<MemberAccessExpressionSyntax>(
            where, access => symbols.Contains(access.ToString()) || symbols.Any(symbol => access.ToString() == "System." + symbol));

    private static IEnumerable<string> Find<TNode>(Func<Source, bool> where, Func<TNode, bool> isWrong)
        where TNode : SyntaxNode =>
        from source in Source.All
        where @where(source)
        from node in source.Root.DescendantNodes().OfType<TNode>()
        where isWrong(node)
        select $"{source.At(node)}: {node.ToString().Split('\n')[0].Trim()}";
}
