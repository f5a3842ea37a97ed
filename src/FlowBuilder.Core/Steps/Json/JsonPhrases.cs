using System.Collections;
using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Core.Steps.Json;

/// <summary>What a setting's JSON must be, in words.</summary>
internal static class JsonPhrases
{
    public static string Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) || plain == typeof(Uri) ? "a text"
            : plain == typeof(bool) ? "true or false"
            : plain == typeof(int) || plain == typeof(long) ? "a whole number"
            : plain == typeof(decimal) || plain == typeof(double) ? "a number"
            : plain == typeof(Properties) || typeof(IDictionary).IsAssignableFrom(plain) || IsMap(plain) ? "an object"
            : typeof(IEnumerable).IsAssignableFrom(plain) ? "a list"
            : "in a different form";
    }

    private static bool IsMap(Type type) =>
        type.IsGenericType
        && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>));
}
