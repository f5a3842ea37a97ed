using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>The glossary is law: its left column names our types, its right column names none.</summary>
public sealed partial class NamesTests
{
    private static readonly string[] NotOurWords =
    [
        "Workflow", "Journey", "Campaign", "Contact", "Lead", "Entity", "Instance", "Execution", "Toolbox", "Registry", "Shard", "Goal",
        "Connector",
        "Handler", "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Common", "Misc", "Impl",
    ];

    private static readonly string[] NotFolders =
    [
        "Helpers", "Common", "Utils", "Utilities", "Managers", "Infrastructure", "Misc", "Shared", "Services", "Models", "Interfaces"
    ];

    [Fact]
    public void No_type_is_named_with_a_word_the_glossary_rules_out() =>
        (from source in Source.All
         from type in source.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
         from word in Words().Matches(type.Identifier.Text).Select(match => match.Value)
         where NotOurWords.Contains(word) && !InheritsTheWord(type, word)
         select $"{source.At(type)}: {type.Identifier.Text}").ShouldBeEmpty();

    [Fact]
    public void No_address_holds_a_word_the_glossary_rules_out()
    {
        var notOurs = NotOurWords.SelectMany(word => new[] { word.ToLowerInvariant(), word.ToLowerInvariant() + "s" })
            .ToHashSet(StringComparer.Ordinal);
        (from source in Source.All
         where source.IsProduct
         from call in source.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
         where call.Expression is MemberAccessExpressionSyntax
         {
             Name.Identifier.Text: "MapGet" or "MapPost" or "MapPut" or "MapDelete"
             or "MapPatch" or "MapGroup"
         }
         from literal in call.ArgumentList.Arguments.Take(1).Select(argument => argument.Expression).OfType<LiteralExpressionSyntax>()
         from part in literal.Token.ValueText.Split('/', '-', '{', '}')
         where notOurs.Contains(part)
         select $"{source.At(literal)}: {literal}").ShouldBeEmpty();
    }

    [Fact]
    public void Folders_are_nouns_of_the_product_and_not_layers() =>
        Tree.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) || file.StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(file => file.Split('/')[..^1]).Distinct().Where(NotFolders.Contains).ShouldBeEmpty();

    /// <summary>Enums, bodiless records and other types of a few lines may share the file of the type they belong to.</summary>
    [Fact]
    public void A_file_holds_one_public_type_and_perhaps_its_small_family() =>
        (from source in Source.All
         where source.IsProduct
         let large = source.TopLevelTypes.Where(type => IsPublic(type) && !IsSmall(type)).Select(Source.NameOf).ToList()
         where large.Count > 1
         select $"{source.Path}: {string.Join(", ", large)}").ShouldBeEmpty();

    [Fact]
    public void A_file_with_a_public_type_is_named_after_one() =>
        (from source in Source.All
         where source.IsProduct && !source.Path.EndsWith("/Program.cs", StringComparison.Ordinal)
         let name = Path.GetFileName(source.Path).Split('.')[0]
         let types = source.TopLevelTypes.Select(Source.NameOf).ToList()
         where source.TopLevelTypes.Any(IsPublic) && !types.Contains(name)
         select $"{source.Path}: {string.Join(", ", types)}").ShouldBeEmpty();

    /// <summary>Two types of one name make every reader ask which is meant. A component is a type,
    /// with or without a file of code behind it.</summary>
    [Fact]
    public void No_type_name_stands_twice_in_the_product()
    {
        var written = Source.All.Where(source => source.IsProduct)
            .SelectMany(
                source => source.TopLevelTypes.Select(type => (Name: Source.NameOf(type), Folder: Path.GetDirectoryName(source.Path)!)));
        var components = Tree.Ending(".razor", "src")
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file), Folder: Path.GetDirectoryName(file)!))
            .Where(file => file.Name != "_Imports");
        written.Concat(components).Distinct().GroupBy(type => type.Name, StringComparer.Ordinal).Where(name => name.Count() > 1)
            .Select(name => $"{name.Key}: {string.Join(", ", name.Select(type => type.Folder))}").ShouldBeEmpty();
    }

    [Fact]
    public void The_namespace_follows_the_folder() =>
        (from source in Source.All
         where source.IsProduct
         from space in source.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
         let folder = Path.GetDirectoryName(source.Path)!.Replace('\\', '/')["src/".Length..].Replace('/', '.')
         where space.Name.ToString() != folder
         select $"{source.Path}: {space.Name}").ShouldBeEmpty();

    [Fact]
    public void Every_public_type_says_what_it_is() =>
        (from source in Source.All
         where source.IsProduct
         from type in source.TopLevelTypes
         where IsPublic(type) && !HasDocumentation(type)
         select $"{source.At(type)}: {Source.NameOf(type)}").ShouldBeEmpty();

    private static bool IsPublic(MemberDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PublicKeyword);

    private static bool IsSmall(MemberDeclarationSyntax type)
    {
        var span = type.GetLocation().GetLineSpan();
        return type is EnumDeclarationSyntax or DelegateDeclarationSyntax
            || type is TypeDeclarationSyntax { Members.Count: 0 }
            || span.EndLinePosition.Line - span.StartLinePosition.Line < 25;
    }

    private static bool HasDocumentation(MemberDeclarationSyntax type) =>
        type.Modifiers.Any(SyntaxKind.PartialKeyword)
        || type.GetLeadingTrivia()
            .Any(
                trivia =>
                    trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia)
                    || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia))
        || type.AttributeLists.Any(list => list.Attributes.Any(attribute => attribute.Name.ToString() == "Step"));

    /// <summary>A framework's own name (AuthenticationHandler, DelegatingHandler) forces the word on what derives from it.</summary>
    private static bool InheritsTheWord(BaseTypeDeclarationSyntax type, string word) =>
        type.BaseList?.Types.Any(parent => parent.Type.ToString().Split('<')[0].EndsWith(word, StringComparison.Ordinal)) == true;

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Words();
}
