using System.Collections.Immutable;
using FlowBuilder.Core.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Core.Simulation;
using FlowBuilder.Steps;

namespace FlowBuilder.Testing.Pure;

/// <summary>
/// The whole engine in memory around the pure turn: an inbox, rows, a clock that fires what falls due in order, a channel that answers as
/// told. It can crash before or after any commit; it then has only its rows, its inbox and what the provider took. Every turn's changes are
/// checked to say all that its state says.
/// </summary>
public sealed class PureEngine : IIdSource, IRotation
{
    private static readonly PlanCompiler Compiler = new(Catalogue.Steps);
    private readonly Dictionary<CustomerId, PureCustomer> _customers = [];
    private readonly Queue<(PureCustomer Customer, CustomerEvent Event)> _inbox = new();
    private readonly Queue<(PureCustomer Customer, Message Message)> _outbox = new();
    private readonly Dictionary<string, int> _turns = [];
    private long _ids = 1000;
    private long _positions;

    public static readonly DateTimeOffset Start = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    public Company Company { get; set; } = new()
    {
        Id = new CompanyId(1), Name = "Green & Sons",
        People =
        [
            new Person("o", "Olive Owner", "olive@green.test", "+15550001", "owner", true),
            new Person("m", "Max Mower", "max@green.test", "+15550002", "office"),
            new Person("n", "Nora Next", "nora@green.test", null, "office")
        ],
    };

    public DateTimeOffset Now { get; private set; } = Start;

    public DateTimeOffset? DownSince { get; set; }

    public FixedPlans Plans { get; } = new();

    public PureWriter Writer { get; } = new();

    /// <summary>What the provider took, in order: (effect key, message).</summary>
    public List<(string EffectKey, Message Message)> Provider { get; } = [];

    /// <summary>What the channel does with a message; the provider takes it by default.</summary>
    public Func<Message, ChannelAnswer> Channel { get; set; } = message => new ChannelAnswer.Sent($"p{message.Id}");

    /// <summary>Asked before and after every commit whether the program dies now.</summary>
    public Func<bool> Crashes { get; set; } = () => false;

    /// <summary>How often it has died.</summary>
    public int Crashed { get; private set; }

    /// <summary>Whether changes nobody can hear are told together.</summary>
    public bool GathersChanges { get; init; } = true;

    /// <summary>How much a customer may hold.</summary>
    public CustomerLimits Limits { get; init; } = CustomerLimits.Standard;

    /// <summary>Steps in one turn; 1: strict.</summary>
    public int StepsPerTurn { get; set; } = TurnContext.MostSteps;

    /// <summary>What was said against addresses.</summary>
    public PureAddresses Addresses { get; } = new();

    /// <summary>Whether messages may be handed over.</summary>
    public bool HasCapacity { get; set; } = true;

    long IIdSource.Next() => ++_ids;

    int IRotation.Next(VersionId version, string node, int count) =>
        (_turns[$"{version}{node}"] = _turns.GetValueOrDefault($"{version}{node}", -1) + 1) % count;

    /// <summary>A customer known by this id, with an email address and consent to texts;
    /// <paramref name="isNew"/>: nobody has told of them yet.</summary>
    public PureCustomer Customer(string userId = "c1", bool isNew = false)
    {
        var id = new CustomerId(_customers.Count + 1);
        var customer = new PureCustomer(this, new Customer
        {
            Id = id, Company = Company.Id, UserId = userId, AddedAt = isNew ? null : Now,
            Fields = isNew
                ? Properties.Empty
                : Properties.Of("email", $"{userId}@example.test").With("phone", "+15557777").With("name", userId),
            Consent = new Consent { Text = isNew ? null : true },
        });
        return _customers[id] = customer;
    }

    /// <summary>Compiles and publishes a drawing, as a new sequence or as the next version of one.</summary>
    public PublishedSequence Publish(Draw drawing, PublishedSequence? after = null)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        return Publish(drawing.Document, after);
    }

    /// <inheritdoc cref="Publish(Draw, PublishedSequence?)"/>
    public PublishedSequence Publish(SequenceDocument document, PublishedSequence? after = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var compiled = Compiler.Compile(document);
        if (compiled.Plan is not { } plan)
            throw new ArgumentException(string.Join(
                '\n', compiled.Diagnostics.Select(found => $"{found.Code} {found.Node}: {found.Message}")));
        var version = ++_ids;
        var number = (after?.Number ?? 0) + 1;
        var published = new PublishedSequence
        {
            Company = Company.Id, Sequence = after?.Sequence ?? new SequenceId(new Guid((int)version, 0, 0, new byte[8])),
            Version = new VersionId(version),
            Number = number, LiveNumber = number, Title = document.Title, Plan = plan, State = SequenceState.Live,
        };
        Plans.Put(published);
        foreach (var customer in _customers.Values) Turn(customer, new TurnInput.Reschedule(published.Version));
        return published;
    }

    public void Pause(PublishedSequence sequence)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        Plans.Set(sequence.Sequence, SequenceState.Paused);
        Sweep(new TurnInput.HoldsChanged(sequence.Sequence, null));
    }

    public void Resume(PublishedSequence sequence, LatePolicy pastDue)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        Plans.Set(sequence.Sequence, SequenceState.Live);
        Sweep(new TurnInput.HoldsChanged(sequence.Sequence, pastDue));
        Sweep(new TurnInput.Reschedule(sequence.Version));
        Drain();
    }

    /// <summary>Moves the clock; everything that falls due on the way is worked off at its time, in order.</summary>
    public void Advance(TimeSpan time)
    {
        var until = Now + time;
        for (Drain(); Next() is { } next && next <= until; Drain()) Now = next > Now ? next : Now;
        Now = until;
        Drain();
    }

    /// <summary>Moves the clock while nothing works, and begins again.</summary>
    public void SleepThrough(TimeSpan time)
    {
        DownSince = Now;
        Now += time;
        Drain();
        DownSince = null;
    }

    /// <summary>Works off all that is due now.</summary>
    public void Drain()
    {
        for (var turns = 0; turns < 100_000; turns++)
        {
            if (_inbox.TryPeek(out var stored))
            {
                if (Turn(stored.Customer, new TurnInput.Happened(stored.Event)) is not null) _inbox.Dequeue();
            }
            else if (_outbox.TryPeek(out var handed))
            {
                Deliver(handed.Customer, handed.Message);
            }
            else if (_customers.Values
                .Select(customer => customer.FirstDue(Now))
                .Where(due => due is not null)
                .MinBy(due => due!.Value.At) is { } due)
            {
                Turn(due.Customer, due.Input);
            }
            else
            {
                return;
            }
        }

        throw new InvalidOperationException("There is no end to what is due.");
    }

    internal void Accept(PureCustomer customer, CustomerEvent happened) =>
        _inbox.Enqueue((customer, happened with { Seq = ++_positions * 1024, ArrivedAt = Now }));

    /// <summary>Takes a turn and commits it. Null when the program died before the commit: nothing has happened.</summary>
    internal TurnAnswer? Turn(PureCustomer customer, TurnInput input)
    {
        var setting = new TurnContext
        {
            Now = Now, SystemNow = Now, Plans = Plans, Ids = this, Filler = Writer, Writer = Writer, Rotation = this, DownSince = DownSince,
            MayLeave = (_, _) => HasCapacity ? SendVerdict.Go : SendVerdict.PutOff(Now, null), Addresses = Addresses, Limits = Limits,
            GathersChanges = GathersChanges, Steps = StepsPerTurn,
        };
        var result = CustomerTurn.Apply(customer.State with { Facts = customer.State.Facts with { Company = Company } }, input, setting);
        if (Dies()) return null;
        customer.Rows.Commit(result.Changes, (input as TurnInput.Happened)?.Event);
        customer.State = result.State;
        foreach (var change in result.Changes) Addresses.Take(change);
        var (told, written) = (StateText.Of(result.State, Now), StateText.Of(customer.Rows.Read(Company, Now), Now));
        if (told != written)
            throw new InvalidOperationException(
                $"The changes of {input} do not say all that the book says.\nbook:\n{told}\nrows:\n{written}");
        foreach (var message in result.Changes.Select(
            change => change switch { Change.MessageAdded it => it.Message, Change.MessageChanged it => it.Message, _ => null }))
            if (message is { State: MessageState.Sending }) _outbox.Enqueue((customer, message));
        Dies();
        return result.Answer;
    }

    /// <summary>A turn of every customer. Sweeps are durable: a death makes the turn come again.</summary>
    private void Sweep(TurnInput input)
    {
        foreach (var customer in _customers.Values) customer.Take(input);
    }

    private void Deliver(PureCustomer customer, Message message)
    {
        var answer = Channel(message);
        if (answer is ChannelAnswer.Sent or ChannelAnswer.MaybeSent) Provider.Add((message.EffectKey(Company.Id), message));
        if (Dies()) return;
        if (Turn(customer, new TurnInput.MessageAnswered(message.Id, answer)) is not null) _outbox.TryDequeue(out _);
    }

    /// <summary>After a death there are rows and the inbox; nobody knows of messages that were being sent.</summary>
    private bool Dies()
    {
        if (!Crashes()) return false;
        Crashed++;
        _outbox.Clear();
        var crashes = Crashes;
        Crashes = () => false;
        foreach (var customer in _customers.Values) customer.State = customer.Rows.Read(Company, Now);
        foreach (var customer in _customers.Values)
            foreach (var message in customer.Rows.Messages.Where(message => message.State == MessageState.Sending).ToList())
                Turn(
                    customer,
                    new TurnInput.MessageAnswered(message.Id, new ChannelAnswer.MaybeSent("The program ended while it was being sent.")));
        Crashes = crashes;
        return true;
    }

    private DateTimeOffset? Next() => _customers.Values.Select(customer => customer.FirstDue(DateTimeOffset.MaxValue)?.At).Min();
}
