using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>The last word of a type's name tells what it is: one word for one thing.</summary>
public sealed partial class SuffixTests
{
    /// <summary>What a name may end in and what such a type is. A component counts by its other
    /// half, the code beside the razor file.</summary>
    private static readonly Dictionary<string, (string Is, Func<Source, BaseTypeDeclarationSyntax, bool> Holds)> Suffixes = new(
        StringComparer.Ordinal)
    {
        ["Request"] = ("a record that a call of the API brings", (source, type) =>
            type is RecordDeclarationSyntax && IsIn(source, "Web/Api")),
        ["Response"] = ("a record that the API alone answers", (source, type) =>
            type is RecordDeclarationSyntax && IsIn(source, "Web/Api")),
        ["Query"] = ("a record of what a list is filtered by", (_, type) => type is RecordDeclarationSyntax),
        ["Queries"] = ("a class of Application that reads", (source, type) => IsClass(type) && IsIn(source, "Application")),
        ["Options"] = ("what a host may set: values without deeds", (_, type) =>
            type is ClassDeclarationSyntax or RecordDeclarationSyntax && !IsStatic(type)),
        ["Registration"] = ("a static class that puts services into the program", (_, type) =>
            IsStatic(type) && Extends(type, "IServiceCollection")),
        ["Routes"] = ("a static class of Web that maps addresses", (source, type) => IsStatic(type) && IsIn(source, "Web")),
        ["Row"] = ("a row of a table, or of one on a screen", (source, type) =>
            IsClass(type) && (IsIn(source, "Storage/Model") || IsComponent(source))),
        ["Page"] = ("a component with an address", (source, _) => IsComponent(source)),
        ["Kind"] = ("an enum", (_, type) => type is EnumDeclarationSyntax),
        ["Id"] = ("a readonly record struct", (_, type) =>
            type is RecordDeclarationSyntax && type.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)),
        ["Exception"] = ("an exception", (_, type) => Inherits(type, "Exception")),
        ["Attribute"] = ("an attribute", (_, type) => Inherits(type, "Attribute")),
        ["Phrases"] = ("a class that words what is no screen's", (source, type) => IsClass(type) && !IsIn(source, "Web")),
        ["Cache"] = ("what is read before and kept in memory, or its port", (source, type) =>
            type is InterfaceDeclarationSyntax || IsIn(source, "Runtime")),
    };

    /// <summary>Words for which the table has another.</summary>
    private static readonly Dictionary<string, string> Never = new(StringComparer.Ordinal)
    {
        ["Endpoints"] = "Routes", ["Services"] = "Registration", ["Dto"] = "Request, Response or View", ["Call"] = "Request",
        ["Reading"] = "Query, Queries or Reader",
        ["Saving"] = "a verb in front", ["Changing"] = "a verb in front", ["Shelf"] = "Cache", ["Desk"] = "what it does",
        ["Office"] = "what it does", ["Doors"] = "Routes",
        ["Postman"] = "Dispatcher",
    };

    /// <summary>What is named otherwise, and why.</summary>
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["ImportRow"] = "a row of a spreadsheet", ["ImportedRow"] = "a row of a spreadsheet",
        ["DropKind"] = "kinds are named by the host of the canvas",
        ["RowId"] = "writes and reads ids of rows", ["LinkPage"] = "a page of one file, for links in messages",
        ["ReviewPage"] = "a part of the queue",
        ["FilterCall"] = "a call within a Liquid template", ["ReadCall"] = "a call of a sender, read",
        ["KeptCall"] = "a call that was answered before",
        ["CustomersToldInCall"] = "told within a call",
    };

    [Fact]
    public void A_type_is_what_the_last_word_of_its_name_says() =>
        (from source in Source.All
         where source.IsProduct
         from type in source.TopLevelTypes.OfType<BaseTypeDeclarationSyntax>()
         let name = type.Identifier.Text
         where !Allowed.ContainsKey(name)
             && Suffixes.TryGetValue(Last(name), out var rule)
             && name != Last(name)
             && !rule.Holds(source, type)
         select $"{source.At(type)}: {name} should be {Suffixes[Last(name)].Is}").ShouldBeEmpty();

    [Fact]
    public void No_type_ends_in_a_word_for_which_there_is_another() =>
        (from source in Source.All
         where source.IsProduct
         from type in source.TopLevelTypes.OfType<BaseTypeDeclarationSyntax>()
         let name = type.Identifier.Text
         where !Allowed.ContainsKey(name) && Never.ContainsKey(Last(name)) && name != Last(name)
         select $"{source.At(type)}: {name}, say {Never[Last(name)]}").ShouldBeEmpty();

    [Fact]
    public void What_is_allowed_exists()
    {
        var names = Source.All.Where(source => source.IsProduct)
            .SelectMany(source => source.TopLevelTypes.Select(Source.NameOf))
            .ToHashSet(StringComparer.Ordinal);
        Allowed.Keys.Where(name => !names.Contains(name)).ShouldBeEmpty();
    }

    private static string Last(string name) => Words().Matches(name)[^1].Value;

    private static bool IsIn(Source source, string folder) =>
        source.Path.StartsWith($"src/FlowBuilder.{folder}/", StringComparison.Ordinal);

    /// <summary>Stands beside its razor file.</summary>
    private static bool IsComponent(Source source) =>
        Tree.Files.Contains(source.Path.EndsWith(".razor.cs", StringComparison.Ordinal) ? source.Path[..^3] : RazorOf(source));

    private static string RazorOf(Source source) =>
        Path.Combine(Path.GetDirectoryName(source.Path)!, Path.GetFileName(source.Path).Split('.')[0] + ".razor").Replace('\\', '/');

    private static bool IsClass(BaseTypeDeclarationSyntax type) => type is ClassDeclarationSyntax;

    private static bool IsStatic(BaseTypeDeclarationSyntax type) =>
        type is ClassDeclarationSyntax && type.Modifiers.Any(SyntaxKind.StaticKeyword);

    private static bool Inherits(BaseTypeDeclarationSyntax type, string end) =>
        type.BaseList?.Types.Any(parent => parent.Type.ToString().Split('<')[0].EndsWith(end, StringComparison.Ordinal)) == true;

    private static bool Extends(BaseTypeDeclarationSyntax type, string extended) =>
        type.DescendantNodes().OfType<ParameterSyntax>().Any(parameter => parameter.Type?.ToString() == extended);

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Words();
}
