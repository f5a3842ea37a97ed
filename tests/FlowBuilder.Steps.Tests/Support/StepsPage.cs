using System.Globalization;
using System.Text;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Steps.Tests.Support;

/// <summary>Writes docs/steps.md from the catalogue.</summary>
internal static class StepsPage
{
    public static string Write(StepJson json, IReadOnlyDictionary<string, string> samples)
    {
        var page = new StringBuilder("""
            # Steps

            What a node of a sequence can do. This page is written from the catalogue; do not edit it. After changing a step, write it anew:

            ```bash
            FLOWBUILDER_WRITE_DOCS=1 dotnet run --project tests/FlowBuilder.Steps.Tests
            ```

            Durations are ISO 8601 (`P2D`, `PT90M`), times of day `HH:mm`, weekdays `mon` to `sun`. Settings marked * must be filled in before publishing.
            How to add a step: [add-a-step.md](add-a-step.md).

            """.ReplaceLineEndings("\n"));
        foreach (var kind in Enum.GetValues<StepKind>())
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {Heading(kind)}\n");
            foreach (var group in json.Catalog.All.Where(type => type.Kind == kind).GroupBy(type => type.Group))
            {
                page.Append(CultureInfo.InvariantCulture, $"\n### {group.Key}{Suffix(kind)}\n");
                foreach (var type in group) Write(page, type, json, samples[type.Id]);
            }
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, StepType type, StepJson json, string sample)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n#### {type.Title} (`{type.Id}`)\n\n");
        using var document = System.Text.Json.JsonDocument.Parse(sample);
        var example = json.Read(document.RootElement, "", new FieldErrors())!;
        page.Append(CultureInfo.InvariantCulture, $"Reads: *{example.Sentence(Names.Unknown)}*.\n");
        if (example is TriggerStep { ListensTo: { Count: > 0 } events } && type.Id != "custom-event")
            page.Append(CultureInfo.InvariantCulture, $"Listens to: {string.Join(", ", events)}.\n");
        if (example is RunnableStep { Ports: { Length: > 1 } ports })
            page.Append(CultureInfo.InvariantCulture, $"Ports: {string.Join(", ", ports.Select(port => $"`{port}`"))}.\n");
        if (type.Settings.Count > 0)
        {
            page.Append("\n| setting | what it is | form |\n|---|---|---|\n");
            foreach (var setting in type.Settings)
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{setting.JsonName}` |{(setting.IsRequired ? " *" : "")} {setting.Label}: "
                        + $"{setting.Description.Replace("|", "\\|", StringComparison.Ordinal)} | {Form(setting.Property.PropertyType)} |\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"\n```json\n{sample}\n```\n");
    }

    private static string Heading(StepKind kind) => kind switch
    {
        StepKind.Trigger => "Triggers",
        StepKind.Condition => "Conditions",
        StepKind.Action => "Actions",
        StepKind.Wait => "Waits",
        _ => "Branches",
    };

    private static string Suffix(StepKind kind) => kind switch
    {
        StepKind.Trigger => " (triggers)",
        StepKind.Condition => " (conditions)",
        StepKind.Action => " (actions)",
        _ => "",
    };

    private static string Form(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum) return string.Join(", ", Enum.GetNames(plain).Select(name => $"`{NameOf(plain, name)}`"));
        if (plain.IsGenericType && plain.GetGenericArguments() is [var item])
            return item == typeof(string) ? "list of texts" : item.IsEnum ? $"list of {Form(item)}" : "list";
        return plain.Name switch
        {
            nameof(String) => "text",
            nameof(Int32) => "whole number",
            nameof(Boolean) => "`true` or `false`",
            "Duration" => "duration",
            "PointInTime" => "date and time",
            "TimeOnly" => "time of day",
            "MonthDay" => "month-day `MM-dd`",
            "ConditionGroup" => "conditions: `all`, `any` or `none`",
            "JsonElement" => "any value",
            _ => "named values",
        };
    }

    private static string NameOf(Type type, string name) =>
        type.GetField(name)!
            .GetCustomAttributes(
                typeof(System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute),
                false) is [System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute named]
            ? named.Name
            : name;
}
