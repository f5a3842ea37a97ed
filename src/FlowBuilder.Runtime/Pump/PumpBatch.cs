using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Messages;
using FlowBuilder.Core.Turns;
using FlowBuilder.Runtime.Storage;

namespace FlowBuilder.Runtime.Pump;

/// <summary>The turns one pump takes before it commits them together.</summary>
internal sealed class PumpBatch(DateTimeOffset now, DateTimeOffset systemNow, int room)
{
    private readonly Dictionary<MessageId, MessageState> _messages = [];
    private readonly Dictionary<CompanyId, Company> _companies = [];

    public DateTimeOffset Now { get; } = now;

    public DateTimeOffset SystemNow { get; } = systemNow;

    /// <summary>Messages that may still be handed over.</summary>
    public int Room { get; private set; } = room;

    public int Turns { get; private set; }

    public int Steps { get; private set; }

    /// <summary>Nothing was changed and nobody waits for an answer: there is nothing to commit.</summary>
    public bool IsEmpty => !Moved && Answers.Count == 0;

    /// <summary>Rows are to be written, or the inbox was worked off further.</summary>
    public bool Moved => Customers.Count > 0 || Parked.Count > 0 || Done.Count > 0;

    public TurnSetting? Setting { get; set; }

    /// <summary>Events of the inbox that were worked off.</summary>
    public List<StoredEvent> Done { get; } = [];

    public Dictionary<CustomerId, CustomerBook> Books { get; } = [];

    public List<CustomerChanges> Customers { get; } = [];

    public List<(TaskCompletionSource<TurnAnswer> Asker, TurnAnswer Answer)> Answers { get; } = [];

    public List<(CompanyId Company, CustomerId Customer, string Input, string Error)> Parked { get; } = [];

    /// <summary>Whether a customer has taken a turn in this batch.</summary>
    public bool Has(CustomerId customer) => Books.ContainsKey(customer);

    public CustomerBook? Book(CustomerId customer) => Books.GetValueOrDefault(customer);

    public Company CompanyOf(CompanyId id) => _companies[id];

    /// <summary>Whether the batch leaves a message in this state: only the last word of a batch counts.</summary>
    public bool IsNewestOf(Message message) => _messages.Remove(message.Id, out var state) && state == message.State;

    public void Add(CompanyId companyId, CustomerId customer, TurnResult result, Company company)
    {
        Turns++;
        _companies[companyId] = company;
        Books[customer] = result.Book;
        if (result.Changes.IsDefaultOrEmpty) return;
        Customers.Add(new CustomerChanges(companyId, customer, result.Changes));
        foreach (var change in result.Changes)
        {
            switch (change)
            {
                case Change.StepRunAdded:
                    Steps++;
                    break;
                case Change.MessageAdded { Message: var added }:
                    Note(added);
                    break;
                case Change.MessageChanged { Message: var changed }:
                    Note(changed);
                    break;
            }
        }
    }

    /// <summary>An input broke its turn: it is set aside, and what was due is put off.</summary>
    public void Park(Company company, CustomerBook book, CustomerId customer, TurnInput input, Exception bug)
    {
        Parked.Add((company.Id, customer, input.ToString(), bug.ToString()));
        var (after, changes) = Remedy.For(book, input, Now);
        Add(company.Id, customer, new TurnResult(after, [.. changes], TurnAnswer.Ok), company);
    }

    private void Note(Message message)
    {
        if (message.State == MessageState.Sending) Room--;
        _messages[message.Id] = message.State;
    }
}
