using System.Text.Json;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Model.Sequences;

namespace FlowBuilder.Web.Demo;

/// <summary>The demo company's templates: one file each under <c>Demo/Templates</c>, <c>name:
/// value</c> lines, then <c>=== text</c> and <c>=== html</c>.</summary>
internal static class DemoTemplates
{
    private const string Folder = "Demo.Templates.";

    /// <summary>New rows, at their first revision.</summary>
    public static IReadOnlyList<TemplateRow> Rows(DateTimeOffset now) =>
        [.. DemoFiles.Names(Folder, ".liquid").Select(key => Read(key, now))];

    private static TemplateRow Read(string key, DateTimeOffset now)
    {
        var parts = DemoFiles.Read(Folder + key + ".liquid").Split("\n=== ");
        var head = parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        var bodies = parts[1..].Select(part => part.Split('\n', 2)).ToDictionary(pair => pair[0], pair => pair[1].TrimEnd('\n'));
        return new TemplateRow
        {
            CompanyId = DemoCompany.Id.Value, Key = key, Name = head["name"], Revision = 1, UpdatedAt = now, UpdatedBy = "tom",
            Channel = Parse<Channel>(head["channel"]), Purpose = Parse<Purpose>(head["purpose"]),
            Subject = head.GetValueOrDefault("subject"), Text = bodies["text"],
            Html = bodies.TryGetValue("html", out var html)
                ? DemoFiles.Read(Folder + "layout.html").Replace("{{ body }}", html, StringComparison.Ordinal)
                : null,
        };
    }

    /// <summary>A word of the contract, spelt as in JSON.</summary>
    private static T Parse<T>(string word)
        where T : struct, Enum => JsonSerializer.Deserialize<T>($"\"{word}\"");
}
