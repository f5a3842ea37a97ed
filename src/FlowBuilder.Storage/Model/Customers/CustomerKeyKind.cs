namespace FlowBuilder.Storage.Model.Customers;

/// <summary>Which of the sender's ids a key is. Numbers are stored.</summary>
public enum CustomerKeyKind
{
    User = 0,
    Anonymous = 1,
}
