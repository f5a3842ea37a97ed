using System.Globalization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Customers;
using FlowBuilder.Storage.Model.Messages;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Api.Customers;

/// <summary><c>/customers/{userId}/timeline</c>: four tables merged, newest first. The cursor is time, table and id of the last item.</summary>
internal static class TimelineRoute
{
    private const int Events = 0;
    private const int Decisions = 1;
    private const int Messages = 2;
    private const int Notes = 3;

    public static async Task<IResult> ListAsync(string userId, [FromServices] FlowBuilderContext context, Paging paging, CancellationToken cancellation)
    {
        if (await CustomerLookup.FindAsync(context, userId, cancellation) is not { } customer) return Problem.NotFound();
        if (Place.Of(paging.After) is not { } place) return Paging.WrongCursor;
        var (number, take) = (customer.Value, paging.Limit + 1);

        var (at, before) = place.Bounds(Events);
        var events = await context.Events.AsNoTracking().Where(row => row.CustomerId == number && (row.ArrivedAt < at || (row.ArrivedAt == at && row.Seq < before)))
            .OrderByDescending(row => row.ArrivedAt).ThenByDescending(row => row.Seq).Take(take).ToListAsync(cancellation);
        (at, before) = place.Bounds(Decisions);
        var decisions = await context.Decisions.AsNoTracking().Where(row => row.CustomerId == number && (row.At < at || (row.At == at && row.Id < before)))
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(take).ToListAsync(cancellation);
        (at, before) = place.Bounds(Messages);
        var messages = await context.Messages.AsNoTracking().Where(row => row.CustomerId == number && (row.CreatedAt < at || (row.CreatedAt == at && row.Id < before)))
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Take(take).ToListAsync(cancellation);
        (at, before) = place.Bounds(Notes);
        var notes = await context.Notes.AsNoTracking().Where(row => row.CustomerId == number && (row.At < at || (row.At == at && row.Id < before)))
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(take).ToListAsync(cancellation);

        var merged = events.Select(row => (Place: new Place(row.ArrivedAt, Events, row.Seq), Item: new TimelineItem(row.ArrivedAt, "event", Words(row), row.RecordType is null ? null : $"{row.RecordType}:{row.RecordId}")))
            .Concat(decisions.Select(row => (Place: new Place(row.At, Decisions, row.Id), Item: new TimelineItem(row.At, "decision", row.Sentence, Sequence: row.SequenceId.ToString("D"), Enrollment: Run(row.EnrollmentId)))))
            .Concat(messages.Select(row => (Place: new Place(row.CreatedAt, Messages, row.Id), Item: new TimelineItem(row.CreatedAt, "message", Title(row), Sequence: row.SequenceId?.ToString("D"), Enrollment: Run(row.EnrollmentId), Id: RowId.Write(row.Id)))))
            .Concat(notes.Select(row => (Place: new Place(row.At, Notes, row.Id), Item: new TimelineItem(row.At, "note", row.Text, Enrollment: Run(row.EnrollmentId)))))
            .OrderByDescending(pair => pair.Place).Take(take).ToArray();
        return TypedResults.Ok(paging.Cut(merged, pair => pair.Place.Parts, pair => pair.Item));
    }

    private static string Words(EventRow row) => row.Kind switch
    {
        EventKind.Own => ChangeWords.Of(row.Name, Properties.Parse(row.Properties)),
        EventKind.Alias => AliasWords.Of(Properties.Parse(row.Properties)) ?? row.Name,
        EventKind.Track or EventKind.Identify or EventKind.Group => row.Name,
    };

    private static string? Run(long? enrollment) => enrollment is { } run ? RowId.Write(run) : null;

    private static string Title(MessageRow row) => $"{Choices.Word(row.Channel)}: {row.Subject ?? row.Template ?? row.To} ({Choices.Word(row.State)})";

    /// <summary>A place in the merged order: by time, then table, then id.</summary>
    private readonly record struct Place(DateTimeOffset At, int Table, long Id) : IComparable<Place>
    {
        public IReadOnlyList<string> Parts => [At.UtcTicks.ToString(CultureInfo.InvariantCulture), Table.ToString(CultureInfo.InvariantCulture), Id.ToString(CultureInfo.InvariantCulture)];

        public static Place? Of(IReadOnlyList<string>? parts) => parts switch
        {
            null => new Place(DateTimeOffset.MaxValue, int.MaxValue, long.MaxValue),
            [var ticks, var table, var id] when long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var instant) && instant <= DateTimeOffset.MaxValue.UtcTicks
                && int.TryParse(table, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && RowId.TryRead(id, out var row) => new Place(new DateTimeOffset(instant, TimeSpan.Zero), rank, row),
            _ => null,
        };

        /// <summary>What a table's rows must lie before: at the same instant, tables of lower rank follow whole, of higher rank not at all.</summary>
        public (DateTimeOffset At, long Id) Bounds(int table) => (At, table == Table ? Id : table < Table ? long.MaxValue : long.MinValue);

        public int CompareTo(Place other) => (At, Table, Id).CompareTo((other.At, other.Table, other.Id));
    }
}
