using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowBuilder.Architecture.Tests;

/// <summary>Files of a project compiled together, for rules that ask what the compiler understands.</summary>
internal static class RoomCode
{
    public static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    /// <summary>The C# files of a project of the product.</summary>
    /// <param name="room">Its name, such as <c>Core</c>.</param>
    public static IEnumerable<SyntaxTree> FilesOf(string room) =>
        Source.All.Where(source => source.Path.StartsWith($"src/FlowBuilder.{room}/", StringComparison.Ordinal))
            .Select(source => source.Root.SyntaxTree);

    /// <summary>What source generators would write is missing.</summary>
    public static Compilation Compile(string assembly, IEnumerable<SyntaxTree> files)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != assembly).Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create(assembly, files.Append(CSharpSyntaxTree.ParseText(DocsTests.ImplicitUsings, Options)), references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
    }
}
