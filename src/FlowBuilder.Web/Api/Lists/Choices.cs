using FlowBuilder.Application.Lists;
using FlowBuilder.Web.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowBuilder.Web.Api.Lists;

/// <summary>Reads filters that are one of a few words.</summary>
internal static class Choices
{
    /// <summary>The value of a word; null with no refusal when none is given, null with a refusal when it is unknown.</summary>
    public static T? Read<T>(string? word, string parameter, out ProblemHttpResult? refusal)
        where T : struct, Enum
    {
        refusal = null;
        if (string.IsNullOrEmpty(word)) return null;
        foreach (var value in Enum.GetValues<T>())
            if (string.Equals(Word(value), word, StringComparison.Ordinal)) return value;
        refusal = Problem.Field(parameter, "unknown-value", $"must be one of {string.Join(", ", Enum.GetValues<T>().Select(Word))}.");
        return null;
    }

    /// <summary>The word of a value: its name in camel case.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => ChoiceWord.Of(value);
}
