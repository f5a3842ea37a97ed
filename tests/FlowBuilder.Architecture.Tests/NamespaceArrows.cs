using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowBuilder.Architecture.Tests;

/// <summary>
/// Which namespace depends on which other, as the compiler understands the code: a using that nobody needs is no arrow, and a member of a type
/// that is nowhere spelled out is one.
/// </summary>
internal sealed class NamespaceArrows
{
    /// <summary>What the source generators would write is missing, and nothing depends on it.</summary>
    private const string NotGenerated = "CS8795";

    private const int Shown = 3;

    private readonly Dictionary<(string From, string To), List<string>> _places = [];

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
        var broken = compilation.GetDiagnostics().Where(finding => finding.Severity == DiagnosticSeverity.Error && finding.Id != NotGenerated).ToList();
        if (broken.Count > 0) throw new InvalidOperationException($"{assembly} does not compile here, so its arrows cannot be told: {string.Join("; ", broken.Take(Shown))}");
        var arrows = new NamespaceArrows();
        foreach (var tree in trees) arrows.Read(compilation, tree);
        return arrows;
    }

    /// <summary>Arrows that lie on a circle, with the places that make them; those of the fewest places first, since one of them is the one to turn round.</summary>
    public IEnumerable<string> OnCircles() =>
        from arrow in _places
        where Reaches(arrow.Key.To, arrow.Key.From, [])
        orderby arrow.Value.Count, arrow.Key.From.Length
        select $"{arrow.Key.From} -> {arrow.Key.To}, {arrow.Value.Count} places: {string.Join("; ", arrow.Value.Take(Shown))}";

    private bool Reaches(string from, string to, HashSet<string> seen) =>
        from == to || (seen.Add(from) && _places.Keys.Any(arrow => arrow.From == from && Reaches(arrow.To, to, seen)));

    private void Read(Compilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        foreach (var space in tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
            foreach (var node in space.DescendantNodes().Where(node => node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax or ConstructorInitializerSyntax))
            {
                if (TypeOf(model.GetSymbolInfo(node).Symbol) is not { } type || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)) continue;
                var (from, to) = (space.Name.ToString(), type.ContainingNamespace.ToDisplayString());
                if (from == to) continue;
                if (!_places.TryGetValue((from, to), out var places)) _places[(from, to)] = places = [];
                places.Add($"{tree.FilePath}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1} names {type.Name}");
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
