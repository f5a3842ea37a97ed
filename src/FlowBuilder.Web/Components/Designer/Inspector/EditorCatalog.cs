using System.Reflection;
using FlowBuilder.Core.Steps.Catalogue;

namespace FlowBuilder.Web.Components.Designer.Inspector;

/// <summary>Finds the editor of a setting; nothing is registered by hand.</summary>
internal static class EditorCatalog
{
    private static readonly (EditorForAttribute For, Type Editor)[] All =
        [.. from type in typeof(EditorCatalog).Assembly.GetTypes()
            where type.IsSubclassOf(typeof(SettingEditor)) && !type.IsAbstract
            from mark in type.GetCustomAttributes<EditorForAttribute>()
            select (mark, type)];

    /// <summary>The editor for a setting of a step.</summary>
    /// <exception cref="InvalidOperationException">There is none: a test walks the catalogue, so a
    /// new kind of setting is noticed there.</exception>
    public static Type Find(StepType type, StepSetting setting)
    {
        var of = Nullable.GetUnderlyingType(setting.Property.PropertyType) ?? setting.Property.PropertyType;
        return Pick(mark => mark.Step == type.Id && mark.Setting == setting.JsonName)
            ?? Pick(mark => mark.Step is null && mark.Setting == setting.JsonName && (of == typeof(string) || mark.Type == of))
            ?? Pick(mark => mark.Type == of)
            ?? (of.IsEnum ? Pick(mark => mark.Type == typeof(Enum)) : null)
            ?? throw new InvalidOperationException($"No editor for {type.Id}.{setting.JsonName} ({of.Name}).");
    }

    /// <summary>Whether a step holds words that somebody will read.</summary>
    public static bool WritesToPeople(StepType type) =>
        type.Settings.Any(setting => Find(type, setting).IsDefined(typeof(WritesToPeopleAttribute), inherit: false));

    private static Type? Pick(Func<EditorForAttribute, bool> fits) => Array.Find(All, one => fits(one.For)).Editor;
}
