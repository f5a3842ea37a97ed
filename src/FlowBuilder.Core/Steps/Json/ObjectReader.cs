using System.Text.Json;

namespace FlowBuilder.Core.Steps.Json;

/// <summary>Reads the members of one JSON object, noting what is wrong under its path. A member
/// that is missing or null is simply not there.</summary>
internal sealed class ObjectReader
{
    private readonly JsonElement _element;
    private readonly FieldErrors _errors;

    private ObjectReader(JsonElement element, string path, FieldErrors errors) => (_element, Path, _errors) = (element, path, errors);

    public string Path { get; }

    /// <summary>Null, with an error noted, when it is no object.</summary>
    public static ObjectReader? Of(JsonElement element, string path, FieldErrors errors)
    {
        if (element.ValueKind == JsonValueKind.Object) return new ObjectReader(element, path, errors);
        errors.WrongType(path, "an object");
        return null;
    }

    public string Field(string name) => JsonText.Join(Path, name);

    /// <summary>Whether the member is there, be it null.</summary>
    public bool Has(string name) => _element.TryGetProperty(name, out _);

    public bool TryGet(string name, out JsonElement value) =>
        _element.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>A text of at most <paramref name="most"/> characters; null when missing or wrong.</summary>
    public string? Text(string name, int most, bool required = false)
    {
        if (!TryGet(name, out var value))
        {
            if (required) _errors.Add(Field(name), "required", "is missing.");
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            _errors.WrongType(Field(name), "a text");
            return null;
        }

        var text = value.GetString()!;
        if (text.Length <= most) return text;
        _errors.Add(Field(name), "too-long", $"is longer than {most} characters.");
        return null;
    }

    public bool Flag(string name, bool otherwise)
    {
        if (!TryGet(name, out var value)) return otherwise;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        _errors.WrongType(Field(name), "true or false");
        return otherwise;
    }

    public int Whole(string name, int otherwise)
    {
        if (!TryGet(name, out var value)) return otherwise;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)) return number;
        _errors.WrongType(Field(name), "a whole number");
        return otherwise;
    }

    /// <summary>The items of a list with their paths; none when missing or wrong.</summary>
    public IEnumerable<(JsonElement Item, string Path)> List(string name)
    {
        if (!TryGet(name, out var value)) yield break;
        if (value.ValueKind != JsonValueKind.Array)
        {
            _errors.WrongType(Field(name), "a list");
            yield break;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray()) yield return (item, $"{Field(name)}[{index++}]");
    }

    /// <summary>A value with a JSON form of its own (a duration, a choice); null when missing or wrong.</summary>
    public T? Value<T>(string name, StepJson json)
        where T : struct =>
        TryGet(name, out var value) && json.TryRead(typeof(T), value, Field(name), _errors, out var read) ? (T?)read : null;

    /// <summary>Notes every member that is not among the known ones.</summary>
    public void RefuseOthers(params IEnumerable<string> known)
    {
        var names = known as ICollection<string> ?? [.. known];
        foreach (var member in _element.EnumerateObject())
            if (!names.Contains(member.Name))
                _errors.Add(
                    Field(member.Name), "unknown-member", $"“{member.Name}” is not recognized. Known names: {string.Join(", ", names)}.");
    }
}
