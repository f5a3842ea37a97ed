using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>Web asks FlowBuilder.Application: it knows no table, no row and no statement.</summary>
public sealed partial class StoreTests
{
    /// <summary>Wiring that needs the store's context by its nature: ASP.NET Core Identity and the
    /// ring of keys that seals cookies.</summary>
    private static readonly string[] Wiring =
    [
        "src/FlowBuilder.Web/Auth/Accounts/AccountRegistration.cs", "src/FlowBuilder.Web/Auth/Accounts/AccountStore.cs",
        "src/FlowBuilder.Web/Auth/Accounts/KeyRingSealing.cs",
    ];

    /// <summary>Files that still know tables or rows. The list only gets shorter.</summary>
    private static readonly string[] NotYet =
    [
        "src/FlowBuilder.Web/Demo/DemoAccounts.cs", "src/FlowBuilder.Web/Demo/DemoCompany.cs", "src/FlowBuilder.Web/Demo/DemoSeed.cs",
        "src/FlowBuilder.Web/Demo/DemoTemplates.cs",
    ];

    [Fact]
    public void Web_knows_no_table_and_no_statement() => Knowing().Except([.. Wiring, .. NotYet]).ShouldBeEmpty();

    [Fact]
    public void Whoever_is_excused_still_needs_it() => NotYet.Except(Knowing()).ShouldBeEmpty();

    private static List<string> Knowing()
    {
        var rows = Tree.Ending("Row.cs", "src/FlowBuilder.Storage")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .ToHashSet(StringComparer.Ordinal);
        // Identity's own user: every page about a sign-in holds one.
        rows.Remove("AccountRow");
        return [.. Tree.Ending(".cs", "src/FlowBuilder.Web").Concat(Tree.Ending(".razor", "src/FlowBuilder.Web"))
            .Where(
                file =>
                    Tree.Read(file) is var text && (Store().IsMatch(text) || Words().Matches(text).Any(word => rows.Contains(word.Value))))
            .Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(
        @"\b(?:Microsoft\.EntityFrameworkCore|FlowBuilderContext|DbConnection|DbCommand|SqliteConnection|ExecuteSql\w*|FromSql\w*)\b")]
    private static partial Regex Store();

    [GeneratedRegex(@"\b[A-Z]\w*Row\b")]
    private static partial Regex Words();
}
