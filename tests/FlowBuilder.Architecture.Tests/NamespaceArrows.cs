using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowBuilder.Architecture.Tests;

/// <summary>
/// Which namespace depends on which other, as the compiler understands the code: a using that nobody needs is no arrow, and a member of a
/// type that is nowhere spelled out is one.
/// </summary>
internal sealed class NamespaceArrows
{
    /// <summary>What the source generators would write is missing, and nothing depends on it.</summary>
    private const string NotGenerated = "CS8795";

    private readonly Arrows _arrows = new();

    private NamespaceArrows()
    {
    }

    /// <summary>Those within a project of the product.</summary>
    /// <param name="room">Its name, such as <c>Core</c>.</param>
    public static NamespaceArrows Within(string room) =>
        Within($"FlowBuilder.{room}", RoomCode.FilesOf(room));

    /// <summary>Those within some files, compiled together.</summary>
    public static NamespaceArrows Within(string assembly, IEnumerable<SyntaxTree> files)
    {
        var trees = files.ToList();
        var compilation = RoomCode.Compile(assembly, trees);
        var broken = compilation.GetDiagnostics()
            .Where(finding => finding.Severity == DiagnosticSeverity.Error && finding.Id != NotGenerated).ToList();
        if (broken.Count > 0)
            throw new InvalidOperationException(
                $"{assembly} does not compile here, so its arrows cannot be told: {string.Join("; ", broken.Take(Arrows.Shown))}");
        var arrows = new NamespaceArrows();
        foreach (var tree in trees) arrows.Read(compilation, tree);
        return arrows;
    }

    /// <inheritdoc cref="Arrows.OnCircles"/>
    public IEnumerable<string> OnCircles() => _arrows.OnCircles();

    private void Read(Compilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        foreach (var space in tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
            foreach (var node in space.DescendantNodes()
                .Where(
                    node => node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax
                        or ConstructorInitializerSyntax))
            {
                if (TypeOf(model.GetSymbolInfo(node).Symbol) is not { } type
                    || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly))
                    continue;
                var (from, to) = (space.Name.ToString(), type.ContainingNamespace.ToDisplayString());
                _arrows.Add(from, to, $"{tree.FilePath}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1} names {type.Name}");
            }
    }

    /// <summary>The type of which a name is, or is a member.</summary>
    private static INamedTypeSymbol? TypeOf(ISymbol? symbol) => symbol switch
    {
        IAliasSymbol alias => TypeOf(alias.Target),
        INamedTypeSymbol type => type,
        IMethodSymbol { ReducedFrom: { } extension } => extension.ContainingType,
        IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => symbol.ContainingType,
        _ => null,
    };
}
