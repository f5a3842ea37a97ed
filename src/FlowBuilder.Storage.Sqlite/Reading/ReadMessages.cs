using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Reading;

/// <summary>Messages: one whole, those that may go, those found in state sending, and those a customer's book holds (without bodies).</summary>
internal sealed class ReadMessages(RawConnection connection)
{
    /// <summary>The newest so many are in a book, besides those of live runs and those that have not ended.</summary>
    public const int InBook = 200;

    private const string Columns =
        "m.id, m.customer_id, m.enrollment_id, m.sequence_id, m.node, m.pass, m.part, m.channel, m.purpose, m.template, m.template_revision, m.to_person, m.\"to\", m.subject, " +
        "m.state, m.because, m.attempts, m.due_at, m.retry_at, m.created_at, m.sent_at, m.provider_id, m.opened_at, m.clicked_at, m.bounced_at";

    private readonly RawStatement _one = connection.Prepare(
        $"SELECT {Columns}, b.html, b.text FROM messages m LEFT JOIN message_bodies b ON b.company_id = m.company_id AND b.message_id = m.id WHERE m.company_id = ?1 AND m.id = ?2");

    private readonly RawStatement _newest = connection.Prepare(
        $"SELECT {Columns} FROM messages m INDEXED BY ix_messages_customer WHERE m.company_id = ?1 AND m.customer_id = ?2 ORDER BY m.id DESC LIMIT ?3 + 0");

    private readonly RawStatement _older = connection.Prepare(
        $"SELECT {Columns} FROM messages m INDEXED BY ix_messages_customer WHERE m.company_id = ?1 AND m.customer_id = ?2 AND m.id < ?3 AND (m.state IN (0, 1, 5) OR m.enrollment_id IN " +
        "(SELECT id FROM enrollments INDEXED BY ix_enrollments_customer WHERE company_id = ?1 AND customer_id = ?2 AND state <= 3)) ORDER BY m.id DESC");

    // A retry that is due goes although its put-off time has long passed; a message without retry waits for the product clock.
    private readonly RawStatement _due = connection.Prepare(
        "SELECT company_id, customer_id, id, due_at FROM messages INDEXED BY ix_messages_lane_due WHERE partition = ?1 AND company_id = ?2 AND channel = ?3 " +
        "AND state = 0 AND due_at IS NOT NULL AND due_at <= ?4 AND retry_at IS NULL ORDER BY due_at LIMIT ?5 + 0");

    private readonly RawStatement _retries = connection.Prepare(
        "SELECT company_id, customer_id, id, retry_at FROM messages INDEXED BY ix_messages_lane_retry WHERE partition = ?1 AND company_id = ?2 AND channel = ?3 " +
        "AND state = 0 AND retry_at IS NOT NULL AND retry_at <= ?4 ORDER BY retry_at LIMIT ?5 + 0");

    // From one lane to the next, however much waits in each.
    private readonly RawStatement _laneOfDue = connection.Prepare(
        "SELECT company_id, channel FROM messages INDEXED BY ix_messages_lane_due WHERE partition = ?1 AND state = 0 AND due_at IS NOT NULL " +
        "AND (company_id, channel) > (?2, ?3) ORDER BY company_id, channel LIMIT 1");

    private readonly RawStatement _laneOfRetry = connection.Prepare(
        "SELECT company_id, channel FROM messages INDEXED BY ix_messages_lane_retry WHERE partition = ?1 AND state = 0 AND retry_at IS NOT NULL " +
        "AND (company_id, channel) > (?2, ?3) ORDER BY company_id, channel LIMIT 1");

    private readonly RawStatement _nextOfLane = connection.Prepare(
        "SELECT (SELECT due_at FROM messages INDEXED BY ix_messages_lane_due WHERE partition = ?1 AND company_id = ?2 AND channel = ?3 AND state = 0 AND due_at IS NOT NULL AND due_at > ?4 AND retry_at IS NULL " +
        "ORDER BY due_at LIMIT 1), (SELECT retry_at FROM messages INDEXED BY ix_messages_lane_retry WHERE partition = ?1 AND company_id = ?2 AND channel = ?3 AND state = 0 AND retry_at IS NOT NULL AND retry_at > ?5 " +
        "ORDER BY retry_at LIMIT 1)");

    private readonly RawStatement _sending = connection.Prepare("SELECT company_id, customer_id, id, created_at FROM messages INDEXED BY ix_messages_sending WHERE partition = ?1 AND state = 1 ORDER BY id");

    public Message? Read(CompanyId company, MessageId message)
    {
        if (!_one.Add(company.Value).Add(message.Value).Read()) return null;
        var found = Row(_one) with { Html = _one.TextOrNull(25), Text = _one.TextOrNull(26) ?? "" };
        _one.Stop();
        return found;
    }

    public IReadOnlyList<DueItem> ReadDue(int partition, SendingLane lane, DateTimeOffset now, DateTimeOffset systemNow, int limit)
    {
        var due = new List<DueItem>();
        Add(due, Of(_due).Add(now).Add(limit), id => new TurnInput.MessageDue(id));
        Add(due, Of(_retries).Add(systemNow).Add(limit), id => new TurnInput.MessageDue(id));
        return due.Count <= 1 ? due : [.. due.OrderBy(item => item.DueAt).Take(limit)];

        RawStatement Of(RawStatement statement) => statement.Add(partition).Add(lane.Company.Value).Add((int)lane.Channel);
    }

    /// <summary>Every lane in which something waits, and when its next may go.</summary>
    public IReadOnlyList<LaneDue> ReadLanes(int partition)
    {
        var lanes = new SortedSet<(int Company, int Channel)>();
        foreach (var next in new[] { _laneOfDue, _laneOfRetry })
        {
            var (company, channel) = (-1, -1);
            while (next.Add(partition).Add(company).Add(channel).Read())
            {
                (company, channel) = (next.Int(0), next.Int(1));
                next.Stop();
                lanes.Add((company, channel));
            }
        }

        return [.. lanes.Select(lane => ReadLane(partition, new LaneDue(new SendingLane(new CompanyId(lane.Company), (Channel)lane.Channel), null, null)))];
    }

    /// <summary>When the next message of a lane may go, behind the instants that <paramref name="after"/> names.</summary>
    public LaneDue ReadLane(int partition, LaneDue after)
    {
        _nextOfLane.Add(partition).Add(after.Lane.Company.Value).Add((int)after.Lane.Channel).Add(after.Due ?? DateTimeOffset.MinValue).Add(after.Retry ?? DateTimeOffset.MinValue).Read();
        var due = after with { Due = _nextOfLane.InstantOrNull(0), Retry = _nextOfLane.InstantOrNull(1) };
        _nextOfLane.Stop();
        return due;
    }

    public IReadOnlyList<DueItem> ReadSending(int partition)
    {
        var sending = new List<DueItem>();
        Add(sending, _sending.Add(partition), id => new TurnInput.MessageDue(id));
        return sending;
    }

    /// <summary>Newest last, without bodies.</summary>
    public List<Message> ReadOf(CompanyId company, CustomerId customer)
    {
        var messages = new List<Message>();
        _newest.Add(company.Value).Add(customer.Value).Add(InBook);
        while (_newest.Read()) messages.Add(Row(_newest));
        if (messages.Count == InBook)
        {
            _older.Add(company.Value).Add(customer.Value).Add(messages[^1].Id.Value);
            while (_older.Read()) messages.Add(Row(_older));
        }

        messages.Reverse();
        return messages;
    }

    private static void Add(List<DueItem> due, RawStatement rows, Func<MessageId, TurnInput> input)
    {
        while (rows.Read()) due.Add(new DueItem(new CompanyId(rows.Int(0)), new CustomerId(rows.Long(1)), input(new MessageId(rows.Long(2))), rows.Instant(3)));
    }

    private static Message Row(RawStatement row) => new()
    {
        Id = new MessageId(row.Long(0)),
        Customer = new CustomerId(row.Long(1)),
        Enrollment = row.LongOrNull(2) is { } run ? new EnrollmentId(run) : null,
        Sequence = row.GuidOrNull(3) is { } sequence ? new SequenceId(sequence) : null,
        Node = row.TextOrNull(4),
        Pass = row.Int(5),
        Part = row.Int(6),
        Channel = (Channel)row.Int(7),
        Purpose = (Purpose)row.Int(8),
        Template = row.TextOrNull(9),
        TemplateRevision = row.Int(10),
        ToPerson = row.TextOrNull(11),
        To = row.Text(12),
        Subject = row.TextOrNull(13),
        State = (MessageState)row.Int(14),
        Because = row.TextOrNull(15),
        Attempts = row.Int(16),
        DueAt = row.InstantOrNull(17),
        RetryAt = row.InstantOrNull(18),
        CreatedAt = row.Instant(19),
        SentAt = row.InstantOrNull(20),
        ProviderId = row.TextOrNull(21),
        OpenedAt = row.InstantOrNull(22),
        ClickedAt = row.InstantOrNull(23),
        BouncedAt = row.InstantOrNull(24),
    };
}
