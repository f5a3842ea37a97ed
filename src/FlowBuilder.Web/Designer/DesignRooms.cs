using System.Text.Json;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Runtime.Sequences;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Access;
using FlowBuilder.Web.Designer.Inspector;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Designer;

/// <summary>Opens drafts for the designer: the document, and what the company has that steps can name.</summary>
internal sealed class DesignRooms(Desk desk, SequenceDocumentJson documents, StepJson steps, PlanCompiler compiler, TimeProvider clock)
{
    private const int MostTags = 1_000;

    /// <summary>So many of the newest customers are looked at for fields, and so many of their happenings for names: what the company sends it sends for them too.</summary>
    private const int NewestCustomers = 200;
    private const int NewestEvents = 2_000;

    /// <summary>The room of a sequence; null when the company has no such sequence, or only an archived one.</summary>
    public async Task<OpenDraft?> OpenAsync(Caller caller, SequenceId sequence)
    {
        await using var context = desk.Open(caller);
        var row = await context.Sequences.AsNoTracking().FirstOrDefaultAsync(one => one.Id == sequence.Value);
        if (row is null || documents.Read(row.Draft).Document is not { } document) return null;
        var directory = await CompanyDirectory.ReadAsync(context, CancellationToken.None);
        var room = new DesignRoom(document, steps, compiler, directory, await SurroundingsAsync(context, sequence), clock, Salt());
        return new OpenDraft(room, row.DraftRevision, row.State, row.VersionNumber);
    }

    /// <summary>New ids of this visit are set apart from those of others, at the same time or earlier.</summary>
    private string Salt() => clock.GetUtcNow().ToUnixTimeMilliseconds().ToString("x", System.Globalization.CultureInfo.InvariantCulture)[^8..];

    private static async Task<DesignSurroundings> SurroundingsAsync(FlowBuilderContext context, SequenceId sequence)
    {
        var templates = await context.Templates.AsNoTracking().OrderBy(row => row.Name).Select(row => new { row.Key, row.Name, row.Channel }).ToListAsync();
        return new DesignSurroundings
        {
            EmailTemplates = [.. templates.Where(row => row.Channel == Channel.Email).Select(row => new Choice(row.Key, row.Name))],
            TextTemplates = [.. templates.Where(row => row.Channel == Channel.Text).Select(row => new Choice(row.Key, row.Name))],
            Sequences = await context.Sequences.AsNoTracking().Where(row => row.Id != sequence.Value && row.State != SequenceState.Archived).OrderBy(row => row.Title).Select(row => new Choice(row.Id.ToString(), row.Title)).ToListAsync(),
            People = await context.Users.AsNoTracking().Where(row => row.RemovedAt == null).OrderBy(row => row.Name).Select(row => new Choice(row.Id, row.Name)).ToListAsync(),
            Tags = await context.CustomerTags.AsNoTracking().Select(row => row.Tag).Distinct().OrderBy(tag => tag).Take(MostTags).ToListAsync(),
            Fields = FieldsOf(await context.Customers.AsNoTracking().OrderByDescending(row => row.Id).Take(NewestCustomers).Select(row => row.Fields).ToListAsync()),
            Events = [.. (await context.Events.AsNoTracking().OrderByDescending(row => row.CustomerId).ThenByDescending(row => row.Seq).Take(NewestEvents).Where(row => row.Kind == EventKind.Track).Select(row => row.Name).Distinct().ToListAsync())
                .Except(DesignSurroundings.KnownEvents, StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)],
        };
    }

    /// <summary>Names of the fields customers have, with a dot where they lie within another.</summary>
    private static IReadOnlyList<string> FieldsOf(IEnumerable<string> stored) =>
    [
        .. stored.SelectMany(fields => Properties.Parse(fields).Members)
            .SelectMany(member => member.Value.ValueKind == JsonValueKind.Object ? member.Value.EnumerateObject().Select(inner => $"{member.Key}.{inner.Name}") : [member.Key])
            .Distinct(StringComparer.Ordinal).Except(DesignSurroundings.KnownFields, StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase),
    ];
}

/// <summary>A draft that was opened.</summary>
/// <param name="Room">Where it is worked on.</param>
/// <param name="Revision">The revision read.</param>
/// <param name="State">What the sequence is at.</param>
/// <param name="Version">The live version's number; 0 before the first.</param>
internal sealed record OpenDraft(DesignRoom Room, int Revision, SequenceState State, int Version);
