using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>A switch over a closed set of ours names every member, so that a new member does not compile until it is thought of.</summary>
public sealed class SwitchTests
{
    /// <summary>They pick few of many members, and what holds of the rest is a rule that a new member falls under as well.</summary>
    private static readonly string[] PickFew =
    [
        "src/FlowBuilder.Steps/Conditions/DaysSince.cs", "src/FlowBuilder.Steps/Conditions/InSequence.cs",
        "src/FlowBuilder.Steps/Conditions/MessageStateIs.cs",
        "src/FlowBuilder.Runtime/Html/HtmlGuard.cs", "src/FlowBuilder.Runtime/Liquid/Places/HtmlPlace.cs",
    ];

    private static readonly HashSet<string> Ours = Source.All.Where(source => source.IsProduct)
        .SelectMany(source => source.Root.DescendantNodes().OfType<EnumDeclarationSyntax>())
        .Select(declared => declared.Identifier.Text)
        .ToHashSet(StringComparer.Ordinal);

    [Fact]
    public void No_switch_over_a_closed_set_has_a_default_arm() =>
        (from source in Source.All
         where source.IsProduct && !PickFew.Contains(source.Path)
         from choice in source.Root.DescendantNodes().OfType<SwitchExpressionSyntax>()
         where HidesMembers(choice)
         select source.At(choice)).ShouldBeEmpty();

    [Theory]
    [InlineData("x switch { Role.Owner => 1, Role.Admin or Role.Manager => 2, _ => 3 }", true)]
    [InlineData("x switch { Core.Model.Access.Role.Owner when y => 1, _ => 3 }", true)]
    [InlineData("x switch { Role.Owner => 1, null => 0, _ => 3 }", true)]
    [InlineData("x switch { Role.Owner => 1, Role.Viewer => 3 }", false)]
    [InlineData("x switch { Role.Owner => 1, _ => throw new Exception() }", true)]
    [InlineData("x switch { \"owner\" => 1, _ => 3 }", false)]
    [InlineData("x switch { { Role: Role.Owner } => 1, _ => 3 }", false)]
    public void A_default_arm_is_found(string code, bool hides) =>
        HidesMembers((SwitchExpressionSyntax)SyntaxFactory.ParseExpression(code)).ShouldBe(hides);

    public static TheoryData<string> Rooms => ["Application", "Canvas", "Core", "Runtime", "Steps", "Storage", "Storage.Sqlite", "Web"];

    /// <summary>
    /// The compiler is silent about a missing null where values without a name are missing as well,
    /// which is allowed here: such a switch would break when it runs.
    /// </summary>
    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_switch_over_a_set_or_nothing_has_an_arm_for_nothing(string room) =>
        BreaksOnNull($"FlowBuilder.{room}", RoomCode.FilesOf(room)).ShouldBeEmpty();

    [Theory]
    [InlineData("int Of(Side? side) => side switch { Side.Left => 1, Side.Right => 2 };", true)]
    [InlineData("int Of(Door? door) => door?.Side switch { Side.Left => 1, Side.Right => 2 };", true)]
    [InlineData("int Of(Side? side) => side switch { Side.Left => 1, Side.Right => 2, null => 0 };", false)]
    [InlineData("int Of(Side? side) => side switch { Side.Left or null => 1, Side.Right => 2 };", false)]
    [InlineData("int Of(Side? side) => side switch { Side.Left => 1, _ => 2 };", false)]
    [InlineData("int Of(Side? side) => (side ?? Side.Left) switch { Side.Left => 1, Side.Right => 2 };", false)]
    [InlineData("int Of(Side? side) => side is not { } known ? 0 : known switch { Side.Left => 1, Side.Right => 2 };", false)]
    [InlineData("int Of(Side side) => side switch { Side.Left => 1, Side.Right => 2 };", false)]
    public void A_missing_arm_for_nothing_is_found(string method, bool breaks) =>
        BreaksOnNull(
            "Product",
            [CSharpSyntaxTree.ParseText(
                $"enum Side {{ Left, Right }} class Door {{ public Side Side; }} class C {{ {method} }}", RoomCode.Options,
                cancellationToken: TestContext.Current.CancellationToken)]).Any()
            .ShouldBe(breaks);

    private static IEnumerable<string> BreaksOnNull(string assembly, IEnumerable<SyntaxTree> files)
    {
        var trees = files.ToList();
        var compilation = RoomCode.Compile(assembly, trees);
        foreach (var tree in trees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var choice in tree.GetRoot().DescendantNodes().OfType<SwitchExpressionSyntax>())
            {
                if (model.GetTypeInfo(
                    choice.GoverningExpression).Type
                        is not INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } maybe)
                    continue;
                if (maybe.TypeArguments[0].TypeKind != TypeKind.Enum
                    || choice.Arms.SelectMany(arm => Alternatives(arm.Pattern)).Any(TakesNull))
                    continue;
                yield return $"{tree.FilePath}:{choice.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
            }
        }
    }

    private static bool TakesNull(PatternSyntax pattern) => IsNull(pattern) || pattern is DiscardPatternSyntax or VarPatternSyntax;

    private static bool HidesMembers(SwitchExpressionSyntax choice)
    {
        var named = choice.Arms.Where(arm => arm.Pattern is not DiscardPatternSyntax).ToList();
        return named.Count > 0
            && named.Count < choice.Arms.Count
            && named.SelectMany(arm => Alternatives(arm.Pattern)).Where(pattern => !IsNull(pattern)).ToList() is { Count: > 0 } members
            && members.TrueForAll(IsMember);
    }

    private static IEnumerable<PatternSyntax> Alternatives(PatternSyntax pattern) =>
        pattern is BinaryPatternSyntax either && either.IsKind(SyntaxKind.OrPattern)
            ? Alternatives(either.Left).Concat(Alternatives(either.Right))
            : [pattern];

    private static bool IsNull(PatternSyntax pattern) =>
        pattern is ConstantPatternSyntax constant && constant.Expression.IsKind(SyntaxKind.NullLiteralExpression);

    private static bool IsMember(PatternSyntax pattern) =>
        pattern is ConstantPatternSyntax { Expression: MemberAccessExpressionSyntax member } && Ours.Contains(member.Expression switch
        {
            MemberAccessExpressionSyntax longer => longer.Name.Identifier.Text,
            IdentifierNameSyntax name => name.Identifier.Text,
            _ => "",
        });
}
