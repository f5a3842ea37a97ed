using System.Collections.Immutable;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Storage.Tests.Contracts;

/// <summary>Rows with every member set to something that is not its default.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, 123, TimeSpan.Zero);

    public static readonly Company Company = new() { Id = new CompanyId(1), Name = "Green" };

    public static readonly SequenceId Sequence = new(new Guid("3f2b1c00-1111-4222-8333-444455556666"));

    public static readonly RecordKey Estimate = new("estimate", "E-7");

    public static IncomingEvent Event(
        string messageId, string? userId = "c1", string name = "Estimate Sent", string? anonymousId = null, int company = 1) => new()
        {
            Company = new CompanyId(company), Source = "crm", MessageId = messageId, UserId = userId, AnonymousId = anonymousId,
            Kind = EventKind.Track, Name = name,
            At = Noon.AddHours(-1), Record = Estimate, Properties = Properties.Parse("""{"total":120.5,"note":"größer 🌱","empty":""}"""),
        };

    public static IncomingEvent Alias(string messageId, string userId, string previousId) => new()
    {
        Company = new CompanyId(1), Source = "crm", MessageId = messageId, UserId = userId, PreviousId = previousId, Kind = EventKind.Alias,
        Name = "Alias", JoinsKnown = true,
    };

    public static Enrollment Run(
        long id, CustomerId customer, EnrollmentState state = EnrollmentState.Waiting, RecordKey? record = null) => new()
        {
            Id = new EnrollmentId(id), Company = Company.Id, Customer = customer, Sequence = Sequence, Version = new VersionId(9),
            Record = record, State = state,
            Hold = Hold.None, Cursor = 3, Pass = 2, Passes = ImmutableDictionary<int, int>.Empty.Add(3, 2).Add(10, 1), EnteredAt = Noon,
            EnteredSeq = 1024, ArrivedAt = Noon.AddTicks(7),
            DueAt = Noon.AddDays(2), WatchAt = Noon.AddDays(1), SkipsToNextWait = true, StopChain = 1,
            Event = new StartingEvent("By Hand", Noon, Properties.Of("total", 5)),
            Depth = 2, PinnedTemplates = ImmutableDictionary<string, int>.Empty.Add("hello", 3),
            EditedMessages = [new EditedMessage("mail", 1, null, null, "Ho")],
        };

    public static Message Message(long id, CustomerId customer, MessageState state, long? run = null, string node = "mail") => new()
    {
        Id = new MessageId(id), Customer = customer, Enrollment = run is { } known ? new EnrollmentId(known) : null, Sequence = Sequence,
        Node = node, Pass = 2, Part = 1,
        Channel = Channel.Text, Purpose = Purpose.Transactional, Template = "hello", TemplateRevision = 4, ToPerson = "ann",
        To = "+15550100", Subject = "Hi", Html = "<p>Hi</p>",
        Text = "Hi", State = state, Because = "why", Attempts = 1, DueAt = Noon.AddHours(1), RetryAt = Noon.AddHours(2), CreatedAt = Noon,
        SentAt = Noon.AddMinutes(1),
        ProviderId = "p1", OpenedAt = Noon.AddMinutes(2), ClickedAt = Noon.AddMinutes(3), BouncedAt = Noon.AddMinutes(4),
    };

    public static Review Review(long id, long run) => new()
    {
        Id = new ReviewId(id), Enrollment = new EnrollmentId(run), Sequence = Sequence, Kind = ReviewKind.LateWait,
        State = ReviewState.Waiting, Etag = "e1", Reason = "An estimate was sent.",
        Messages = [new PreviewedMessage("mail", Channel.Email, "a@b.c", "Hi", "<p>Hi</p>", "Hi", "hello", 4)],
        Caveats = ["A newer version is live."],
        News = ["The text of “Hi” is different."], Edits = [new EditedMessage("mail", 0, "Ho", "<p>Ho</p>", "Ho")], Alike = "a1",
        AskedOf = "ann", AskedBy = "Max", AskedNote = "Look, please",
        SnoozedUntil = Noon.AddDays(4), SnoozedBy = "bob", RemindAt = Noon.AddDays(5), EscalatedAt = Noon.AddHours(-1),
        OpenedAt = Noon, ExpiresAt = Noon.AddDays(3), Note = "n",
    };
}
