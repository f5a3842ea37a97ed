using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Runtime.Pump;

/// <summary>The turns one pump takes before it commits them together.</summary>
/// <param name="now">Product time of its turns.</param>
/// <param name="systemNow">System time of its turns.</param>
/// <param name="room">How many messages of a lane may be handed over.</param>
/// <param name="expected">How many turns there will be, as far as the batch before tells.</param>
internal sealed class PumpBatch(DateTimeOffset now, DateTimeOffset systemNow, Func<SendingLane, int> room, int expected)
{
    private readonly Dictionary<MessageId, Message> _messages = [];
    private readonly Dictionary<SendingLane, int> _room = [];
    private readonly Dictionary<CompanyId, Company> _companies = [];

    public DateTimeOffset Now { get; } = now;

    public DateTimeOffset SystemNow { get; } = systemNow;

    /// <summary>Every message the batch touches, as it leaves it.</summary>
    public IEnumerable<Message> Messages => _messages.Values;

    public int Turns { get; private set; }

    public int Steps { get; private set; }

    /// <summary>Nothing was changed and nobody waits for an answer: there is nothing to commit.</summary>
    public bool IsEmpty => !Moved && Answers.Count == 0;

    /// <summary>Rows are to be written, or the inbox was worked off further.</summary>
    public bool Moved => Customers.Count > 0 || Parked.Count > 0 || Done.Count > 0;

    public TurnContext? Setting { get; set; }

    /// <summary>Where its turns draw ids from; null before the first.</summary>
    public IdBlock? Ids { get; set; }

    /// <summary>Events of the inbox that were worked off.</summary>
    public List<StoredEvent> Done { get; } = [];

    public Dictionary<CustomerId, CustomerState> States { get; } = new(expected);

    public List<CustomerChanges> Customers { get; } = new(expected);

    public List<(TaskCompletionSource<TurnAnswer> Asker, TurnAnswer Answer)> Answers { get; } = [];

    /// <summary>Customers erased in this batch: from then on there is no such customer.</summary>
    public HashSet<CustomerId> Erased { get; } = [];

    public List<ParkedInput> Parked { get; } = [];

    /// <summary>Whether a customer has taken a turn in this batch.</summary>
    public bool Has(CustomerId customer) => States.ContainsKey(customer);

    public CustomerState? State(CustomerId customer) => States.GetValueOrDefault(customer);

    public Company CompanyOf(CompanyId id) => _companies[id];

    /// <summary>Messages of a lane that may still be handed over.</summary>
    public int Room(SendingLane lane) => _room.TryGetValue(lane, out var left) ? left : _room[lane] = room(lane);

    /// <summary>Whether the batch leaves a message as it is here: only the last word of a batch counts.</summary>
    public bool IsNewestOf(Message message) => _messages.TryGetValue(message.Id, out var newest) && ReferenceEquals(newest, message);

    public void Add(CompanyId companyId, CustomerId customer, TurnResult result, Company company)
    {
        Turns++;
        _companies[companyId] = company;
        States[customer] = result.State;
        if (result.Changes.IsDefaultOrEmpty) return;
        Customers.Add(new CustomerChanges(companyId, customer, result.Changes));
        foreach (var change in result.Changes)
        {
            switch (change)
            {
                case Change.StepRunAdded:
                    Steps++;
                    break;
                case Change.CustomerErased:
                    Erased.Add(customer);
                    break;
                case Change.MessageAdded { Message: var added }:
                    Note(companyId, added);
                    break;
                case Change.MessageChanged { Message: var changed }:
                    Note(companyId, changed);
                    break;
            }
        }
    }

    /// <summary>An input broke its turn: it is set aside, and what was due is put off.</summary>
    public void Park(Company company, CustomerState state, CustomerId customer, TurnInput input, Exception bug)
    {
        Parked.Add(new ParkedInput(company.Id, customer, input, bug.ToString()));
        var (after, changes) = PoisonInputPolicy.For(state, input, Now);
        Add(company.Id, customer, new TurnResult(after, [.. changes], TurnAnswer.Ok), company);
    }

    private void Note(CompanyId company, Message message)
    {
        var lane = new SendingLane(company, message.Channel);
        if (message.State == MessageState.Sending) _room[lane] = Room(lane) - 1;
        _messages[message.Id] = message;
    }
}
