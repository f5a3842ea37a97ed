using System.Globalization;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Notifications;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Notifications;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Messages;
using FlowBuilder.Storage.Ports;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Runtime.Notifications;

/// <summary>Writes what happened into people's notifications. What somebody has not read yet is
/// gathered in one line: “12 customers wait”, not twelve lines.</summary>
internal sealed class NotificationWriter(
    IDbContextFactory<FlowBuilderContext> contexts, ICompanyCache companies, NewIds ids, ProductClock clock, LiveFeed feed)
{
    /// <summary>Lines kept for one person.</summary>
    public const int Kept = 200;

    public async Task WriteAsync(NotificationKey occasion, Happenings happenings, CancellationToken cancellation)
    {
        if (companies.Find(occasion.Company) is not { } company) return;
        var people = company.People.Where(person => person.Account is not null && Actor.IdOf(person.Id) != happenings.By
            && RoleInfo.Of(RoleInfo.Read(person.Role)).Rights(company).Contains(Needed(occasion.Kind))).ToArray();
        if (people.Length == 0) return;
        var fresh = await ids.TakeAsync(people.Length, cancellation);
        await using var context = contexts.CreateFor(occasion.Company);
        var title = occasion.Sequence is { } sequence
            ? await context.Sequences.AsNoTracking()
                .Where(row => row.Id == sequence)
                .Select(row => row.Title)
                .FirstOrDefaultAsync(cancellation)
            : null;
        var name = happenings.Customer is { } customer
            ? await context.Customers.AsNoTracking()
                .Where(row => row.Id == customer)
                .Select(row => row.Name)
                .FirstOrDefaultAsync(cancellation)
            : null;
        var persons = people.Select(person => person.Id).ToArray();
        var unreadOf = (await context.Notifications
            .Where(
                row =>
                    persons.Contains(row.UserId) && row.ReadAt == null && row.Kind == occasion.Kind && row.SequenceId == occasion.Sequence)
            .ToListAsync(cancellation)).ToLookup(row => row.UserId);
        for (var i = 0; i < people.Length; i++)
        {
            var person = people[i].Id;
            var unread = unreadOf[person].ToList();
            var count = happenings.Count + unread.Sum(row => row.Count);
            context.Notifications.RemoveRange(unread);
            context.Notifications.Add(new NotificationRow
            {
                Id = fresh.Next(), UserId = person, Kind = occasion.Kind, SequenceId = occasion.Sequence, CustomerId = happenings.Customer,
                EnrollmentId = happenings.Enrollment, ReviewId = happenings.Review,
                MessageId = happenings.Message, Count = count, At = clock.Now,
                Text = Words(occasion.Kind, count, name, title, happenings.ByName),
                // Who has been written to about it and has not looked yet is not written to again.
                EmailDueAt = unread.Count == 0 ? clock.Now : unread.Max(row => row.EmailDueAt),
            });
        }

        await context.SaveChangesAsync(cancellation);
        // Erased between the look at the name and the writing: no line may bring the person back.
        if (happenings.Customer is { } told && !await context.Customers.AnyAsync(row => row.Id == told, cancellation))
            await context.Notifications.Where(row => row.CustomerId == told).ExecuteDeleteAsync(cancellation);
        foreach (var person in await context.Notifications
            .Where(row => persons.Contains(row.UserId))
            .GroupBy(row => row.UserId)
            .Where(lines => lines.Count() > Kept)
            .Select(lines => lines.Key)
            .ToListAsync(cancellation))
            await CapAsync(context, person, cancellation);
        feed.Touch(LiveTopic.Attention(occasion.Company));
    }

    private static async Task CapAsync(FlowBuilderContext context, string person, CancellationToken cancellation)
    {
        var last = await context.Notifications
            .Where(row => row.UserId == person)
            .OrderByDescending(row => row.Id)
            .Skip(Kept)
            .Select(row => (long?)row.Id)
            .FirstOrDefaultAsync(cancellation);
        if (last is { } old)
            await context.Notifications.Where(row => row.UserId == person && row.Id <= old).ExecuteDeleteAsync(cancellation);
    }

    private static Right Needed(NotificationKind kind) => kind switch
    {
        NotificationKind.ReviewWaiting => Right.DecideReviews,
        NotificationKind.MessageUnknown or NotificationKind.MessageFailed => Right.ResolveMessages,
        NotificationKind.SequencePaused => Right.PublishSequences,
        NotificationKind.FromSequence or NotificationKind.ReviewAsked or NotificationKind.ReviewExpiring or NotificationKind.ReviewEscalated
            or NotificationKind.EnrollmentFailed or NotificationKind.ReviewBack or NotificationKind.LimitReached => Right.SteerEnrollments,
    };

    private static string Words(NotificationKind kind, int count, string? customer, string? title, string? by)
    {
        var who = count == 1
            ? string.IsNullOrEmpty(customer) ? "A customer" : customer
            : string.Create(CultureInfo.InvariantCulture, $"{count:N0} customers");
        var of = title is null ? "" : $" in “{title}”";
        return kind switch
        {
            NotificationKind.ReviewWaiting => $"{who} {(count == 1 ? "is" : "are")} waiting for approval{of}.",
            NotificationKind.MessageUnknown =>
                $"{(count == 1 ? $"A message to {who}" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} messages"))}{of} may or "
                    + $"may not have arrived. Please check.",
            NotificationKind.MessageFailed =>
                $"{(count == 1 ? $"A message to {who}" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} messages"))}{of} could "
                    + $"not be sent.",
            NotificationKind.EnrollmentFailed => $"{who} left{of} because a message failed.",
            NotificationKind.LimitReached =>
                $"{who} {(count == 1 ? "has" : "have")} reached the limit for one customer. Anything beyond it was left out; the timeline "
                    + $"says what.",
            NotificationKind.SequencePaused => $"{by ?? "Someone"} paused “{title}”.",
            NotificationKind.FromSequence or NotificationKind.ReviewAsked or NotificationKind.ReviewExpiring
                or NotificationKind.ReviewEscalated
                or NotificationKind.ReviewBack => $"{who}{of}.",
        };
    }
}
