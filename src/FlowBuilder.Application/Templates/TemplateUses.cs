using System.Text.Json;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Templates;

/// <summary>Which sequences use which templates: in their drafts, and in the version customers enter now.</summary>
internal static class TemplateUses
{
    /// <summary>Template key to the sequences that name it, by title; archived sequences are left out.</summary>
    public static async Task<ILookup<string, TemplateUse>> ReadAsync(FlowBuilderContext context, CancellationToken cancellation)
    {
        var sequences = await context.Sequences.AsNoTracking()
            .Where(row => row.State != SequenceState.Archived)
            .Select(row => new { row.Id, row.Title, row.Draft, row.VersionNumber })
            .ToListAsync(cancellation);
        var live = await (from sequence in context.Sequences.AsNoTracking()
                          join version in context.SequenceVersions.AsNoTracking() on new
                          {
                              SequenceId = sequence.Id, Number = sequence.VersionNumber
                          } equals new { version.SequenceId, version.Number }
                          where sequence.State != SequenceState.Archived
                          select new { version.SequenceId, version.Document }).ToListAsync(cancellation);
        var published = live.ToLookup(version => version.SequenceId, version => version.Document);
        return (from sequence in sequences
                from key in Names(sequence.Draft).Concat(published[sequence.Id].SelectMany(Names)).Distinct(StringComparer.Ordinal)
                orderby sequence.Title
                select (key, new TemplateUse(
                    sequence.Id, sequence.Title))).ToLookup(pair => pair.key, pair => pair.Item2, StringComparer.Ordinal);
    }

    private static List<string> Names(string document)
    {
        var keys = new List<string>();
        if (document.Length == 0) return keys;
        using var json = JsonDocument.Parse(document);
        Look(json.RootElement, keys);
        return keys;
    }

    private static void Look(JsonElement element, List<string> keys)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var member in element.EnumerateArray()) Look(member, keys);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                if (member.NameEquals("template") && member.Value.ValueKind == JsonValueKind.String) keys.Add(member.Value.GetString()!);
                else Look(member.Value, keys);
            }
        }
    }
}

/// <summary>A sequence that uses a template.</summary>
public sealed record TemplateUse(Guid Sequence, string Title);
