using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Runtime.Pump;

/// <summary>
/// The states of the customers a pump has worked for lately; the least recently used go first. True because the pump is their only
/// writer: it forgets a customer who is joined to another or erased, and all of them when it takes its partition again, as after a commit
/// that failed. The company's settings in a state are looked at anew each turn.
/// </summary>
internal sealed class StateCache(int capacity)
{
    /// <summary>States in all pumps together, some 2 KB each.</summary>
    public const int InAll = 20_000;

    private readonly Dictionary<CustomerId, LinkedListNode<(CustomerId Customer, CustomerState State)>> _byCustomer = [];
    private readonly LinkedList<(CustomerId Customer, CustomerState State)> _byUse = new();

    public CustomerState? Find(CustomerId customer)
    {
        if (!_byCustomer.TryGetValue(customer, out var node)) return null;
        _byUse.Remove(node);
        _byUse.AddFirst(node);
        return node.Value.State;
    }

    public void Keep(CustomerId customer, CustomerState state)
    {
        if (_byCustomer.TryGetValue(customer, out var node))
        {
            node.Value = (customer, state);
            return;
        }

        _byCustomer[customer] = _byUse.AddFirst((customer, state));
        if (_byCustomer.Count <= capacity) return;
        var oldest = _byUse.Last!;
        _byUse.RemoveLast();
        _byCustomer.Remove(oldest.Value.Customer);
    }

    public void Forget(CustomerId customer)
    {
        if (_byCustomer.Remove(customer, out var node)) _byUse.Remove(node);
    }

    public void Clear()
    {
        _byCustomer.Clear();
        _byUse.Clear();
    }
}
