using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Core.Steps.Catalogue;

/// <summary>One setting of a step, as palette, form, checks, schema and documentation see it.</summary>
public sealed class StepSetting
{
    private StepSetting(PropertyInfo property)
    {
        Property = property;
        JsonName = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        var display = property.GetCustomAttribute<DisplayAttribute>();
        Label = display?.Name ?? property.Name;
        Description = display?.Description ?? "";
        IsRequired = property.GetCustomAttribute<RequiredAttribute>() is not null;
        NamesNode = property.GetCustomAttribute<NamesNodeAttribute>() is not null;
        AllowsNull = new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
        Validations = [.. property.GetCustomAttributes<ValidationAttribute>()];
    }

    public PropertyInfo Property { get; }

    public string JsonName { get; }

    public string Label { get; }

    public string Description { get; }

    public bool IsRequired { get; }

    /// <summary>Whether it may be empty.</summary>
    public bool AllowsNull { get; }

    /// <summary>Whether it holds the id of another node of the drawing.</summary>
    public bool NamesNode { get; }

    /// <summary>What its attributes demand.</summary>
    public IReadOnlyList<ValidationAttribute> Validations { get; }

    internal static StepSetting[] Of(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(
                property =>
                    property.GetCustomAttribute<JsonIgnoreAttribute>() is null
                    && property.CanWrite
                    && property.GetIndexParameters().Length == 0)
            .OrderBy(property => Bases(type).TakeWhile(known => known != property.DeclaringType).Count())
            .ThenBy(property => property.MetadataToken)
            .Select(property => new StepSetting(property)),
    ];

    /// <summary>The type and what it derives from, so that a step's own settings come first and those all steps have come last.</summary>
    private static IEnumerable<Type> Bases(Type type)
    {
        for (var at = type; at is not null; at = at.BaseType) yield return at;
    }
}
