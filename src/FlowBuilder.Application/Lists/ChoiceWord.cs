namespace FlowBuilder.Application.Lists;

/// <summary>How programs write a value that is one of a few.</summary>
public static class ChoiceWord
{
    /// <summary>Its name in camel case.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
