using System.Collections.Frozen;
using System.Globalization;
using FlowBuilder.Storage.Addresses;

namespace FlowBuilder.Application.Companies;

/// <summary>Countries a company can be in: those with phone numbers of their own.</summary>
public static class CompanyCountries
{
    /// <summary>Two letters to English name.</summary>
    public static FrozenDictionary<string, string> All { get; } = PhoneForm.Countries.ToFrozenDictionary(code => code, Name);

    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<(string Code, string Name)> InOrder { get; } = [.. All.Select(one => (one.Key, one.Value))
        .OrderBy(one => one.Value, StringComparer.Ordinal)];

    /// <summary>The name of one; its letters where nobody has named it.</summary>
    public static string NameOf(string code) => All.GetValueOrDefault(code, code);

    private static string Name(string code)
    {
        try
        {
            return new RegionInfo(code).EnglishName;
        }
        catch (ArgumentException)
        {
            return code;
        }
    }
}
