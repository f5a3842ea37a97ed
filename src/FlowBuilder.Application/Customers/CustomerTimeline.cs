using System.Globalization;
using FlowBuilder.Application.Lists;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Customers;
using FlowBuilder.Storage.Model.Messages;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Customers;

/// <summary>What happened to a customer: four tables merged, newest first. A place in it is time, table and id.</summary>
public sealed class CustomerTimeline(IDbContextFactory<FlowBuilderContext> contexts)
{
    private const int Events = 0;
    private const int Decisions = 1;
    private const int Messages = 2;
    private const int Notes = 3;

    /// <summary>What stands behind a place.</summary>
    /// <param name="company">Whose customer.</param>
    /// <param name="customer">Which.</param>
    /// <param name="after">The place; null: from the newest.</param>
    /// <param name="take">So many at most.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Each with its place; null when <paramref name="after"/> is no place of a timeline.</returns>
    public async Task<IReadOnlyList<(IReadOnlyList<string> Place, TimelineItem Item)>?> ReadAsync(
        CompanyId company, CustomerId customer, IReadOnlyList<string>? after, int take, CancellationToken cancellation)
    {
        if (Place.Of(after) is not { } place) return null;
        await using var context = contexts.CreateFor(company);
        var number = customer.Value;
        var (at, before) = place.Bounds(Events);
        var events = await context.Events.AsNoTracking()
            .Where(row => row.CustomerId == number && (row.ArrivedAt < at || (row.ArrivedAt == at && row.Seq < before)))
            .OrderByDescending(row => row.ArrivedAt).ThenByDescending(row => row.Seq).Take(take).ToListAsync(cancellation);
        (at, before) = place.Bounds(Decisions);
        var decisions = await context.Decisions.AsNoTracking()
            .Where(row => row.CustomerId == number && (row.At < at || (row.At == at && row.Id < before)))
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(take).ToListAsync(cancellation);
        (at, before) = place.Bounds(Messages);
        var messages = await context.Messages.AsNoTracking()
            .Where(row => row.CustomerId == number && (row.CreatedAt < at || (row.CreatedAt == at && row.Id < before)))
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Take(take).ToListAsync(cancellation);
        (at, before) = place.Bounds(Notes);
        var notes = await context.Notes.AsNoTracking()
            .Where(row => row.CustomerId == number && (row.At < at || (row.At == at && row.Id < before)))
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(take).ToListAsync(cancellation);

        var merged = events.Select(
            row => (Place: new Place(
                row.ArrivedAt, Events,
                row.Seq), Item: new TimelineItem(
                    row.ArrivedAt, "event", Words(row), row.RecordType is null ? null : $"{row.RecordType}:{row.RecordId}")))
            .Concat(decisions.Select(
                row => (Place: new Place(
                    row.At, Decisions,
                    row.Id), Item: new TimelineItem(
                        row.At, "decision", row.Sentence, Sequence: row.SequenceId.ToString("D"), Enrollment: Run(row.EnrollmentId)))))
            .Concat(messages.Select(
                row => (Place: new Place(
                    row.CreatedAt, Messages,
                    row.Id), Item: new TimelineItem(
                        row.CreatedAt, "message", Title(row), Sequence: row.SequenceId?.ToString("D"), Enrollment: Run(row.EnrollmentId),
                        Id: RowId.Write(row.Id)))))
            .Concat(notes.Select(
                row => (Place: new Place(
                    row.At, Notes, row.Id), Item: new TimelineItem(row.At, "note", row.Text, Enrollment: Run(row.EnrollmentId)))))
            .OrderByDescending(pair => pair.Place).Take(take).ToArray();
        return [.. merged.Select(pair => (pair.Place.Parts, pair.Item))];
    }

    private static string Words(EventRow row) => row.Kind switch
    {
        EventKind.Own => ChangePhrases.Of(row.Name, Properties.Parse(row.Properties)),
        EventKind.Alias => AliasPhrases.Of(Properties.Parse(row.Properties)) ?? row.Name,
        EventKind.Track or EventKind.Identify or EventKind.Group => row.Name,
    };

    private static string? Run(long? enrollment) => enrollment is { } run ? RowId.Write(run) : null;

    private static string Title(MessageRow row) =>
        $"{ChoiceWord.Of(row.Channel)}: {row.Subject ?? row.Template ?? row.To} ({ChoiceWord.Of(row.State)})";

    /// <summary>A place in the merged order: by time, then table, then id.</summary>
    private readonly record struct Place(DateTimeOffset At, int Table, long Id) : IComparable<Place>
    {
        public IReadOnlyList<string> Parts =>
        [
            At.UtcTicks.ToString(CultureInfo.InvariantCulture), Table.ToString(CultureInfo.InvariantCulture),
            Id.ToString(CultureInfo.InvariantCulture)
        ];

        public static Place? Of(IReadOnlyList<string>? parts) => parts switch
        {
            null => new Place(DateTimeOffset.MaxValue, int.MaxValue, long.MaxValue),
            [var ticks, var table, var id] when long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var instant)
                && instant <= DateTimeOffset.MaxValue.UtcTicks
                && int.TryParse(table, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && RowId.TryRead(id, out var row) =>
                new Place(new DateTimeOffset(instant, TimeSpan.Zero), rank, row),
            _ => null,
        };

        /// <summary>What a table's rows must lie before: at the same instant, tables of lower rank
        /// follow whole, of higher rank not at all.</summary>
        public (DateTimeOffset At, long Id) Bounds(int table) => (At, table == Table ? Id : table < Table ? long.MaxValue : long.MinValue);

        public int CompareTo(Place other) => (At, Table, Id).CompareTo((other.At, other.Table, other.Id));
    }
}
