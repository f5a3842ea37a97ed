using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowBuilder.Architecture.Tests;

/// <summary>One C# file written by hand (migrations and generated files apart), parsed once.</summary>
internal sealed class Source
{
    private Source(string path)
    {
        Path = path;
        var text = Tree.Read(path);
        Lines = text.TrimEnd('\n').Split('\n');
        Root = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview), path).GetCompilationUnitRoot();
    }

    public static IReadOnlyList<Source> All { get; } = [.. Tree.Ending(".cs")
        .Where(path => !IsGenerated(path)).AsParallel().AsOrdered()
        .Select(path => new Source(path))];

    public string Path { get; }

    public IReadOnlyList<string> Lines { get; }

    public CompilationUnitSyntax Root { get; }

    public bool IsProduct => Path.StartsWith("src/", StringComparison.Ordinal);

    /// <summary>Core and Steps: everything comes in as a parameter.</summary>
    public bool IsPure =>
        Path.StartsWith("src/FlowBuilder.Core/", StringComparison.Ordinal)
        || Path.StartsWith("src/FlowBuilder.Steps/", StringComparison.Ordinal);

    /// <summary>Types, delegates included, that do not stand inside another type.</summary>
    public IEnumerable<MemberDeclarationSyntax> TopLevelTypes =>
        Root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>().Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    /// <summary>Where something stands, for the test's message.</summary>
    public string At(SyntaxNode node) => $"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    public static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax declared => declared.Identifier.Text,
        DelegateDeclarationSyntax declared => declared.Identifier.Text,
        _ => "",
    };

    private static bool IsGenerated(string path) =>
        path.Contains("/Migrations/", StringComparison.Ordinal)
        || path.EndsWith(".g.cs", StringComparison.Ordinal)
        || path.EndsWith(".Designer.cs", StringComparison.Ordinal);
}
