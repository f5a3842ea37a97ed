namespace FlowBuilder.Web.Auth.Circuits;

/// <summary>
/// Counts open screens. A seat is taken when a browser asks for a connection, so that many who ask at once cannot slip through together. It
/// then waits for its circuit: one that does not come within a minute is given up. With its circuit it is held until the connection is lost
/// or the circuit ends. A circuit whose connection was lost is kept for a while by the framework (at most 100 of all, see
/// FlowBuilderWeb.AddSite) and holds no seat; coming back it asks for one like any other.
/// </summary>
internal sealed class CircuitSeats(CircuitLimits limits, TimeProvider clock)
{
    /// <summary>How long a seat waits for its circuit.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly List<Seat> _seats = [];

    /// <summary>Seats taken, those that still wait for their circuit included.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                GiveUp();
                return _seats.Count;
            }
        }
    }

    /// <summary>Whether one more may sit down; null when so, else in words what is full and what to do.</summary>
    public CircuitRefusal? Ask(Guid account, string address)
    {
        lock (_gate) return Judge(account, address);
    }

    /// <summary>Takes a seat for a circuit to come; the refusal when there is none.</summary>
    public CircuitRefusal? Take(Guid account, string address)
    {
        lock (_gate)
        {
            if (Judge(account, address) is { } refusal) return refusal;
            _seats.Add(new Seat(account, address, null, clock.GetUtcNow() + Patience));
            return null;
        }
    }

    /// <summary>A circuit is there, or is back: it takes the seat that has waited longest for its
    /// account, or a free one. False: there is none.</summary>
    public bool Open(string circuit, Guid account)
    {
        lock (_gate)
        {
            GiveUp();
            if (_seats.Exists(seat => seat.Circuit == circuit)) return true;
            var waiting = _seats.FindIndex(seat => seat.Circuit is null && seat.Account == account);
            if (waiting < 0)
            {
                if (Judge(account, "") is not null) return false;
                _seats.Add(new Seat(account, "", circuit, DateTimeOffset.MaxValue));
                return true;
            }

            _seats[waiting] = _seats[waiting] with { Circuit = circuit, Until = DateTimeOffset.MaxValue };
            return true;
        }
    }

    /// <summary>A circuit has lost its connection or ended.</summary>
    public void Close(string circuit)
    {
        lock (_gate) _seats.RemoveAll(seat => seat.Circuit == circuit);
    }

    private CircuitRefusal? Judge(Guid account, string address)
    {
        GiveUp();
        if (_seats.Count(seat => seat.Account == account) >= limits.PerAccount) return CircuitRefusal.OfAccount(limits.PerAccount);
        if (address.Length > 0 && _seats.Count(seat => seat.Address == address) >= limits.PerAddress)
            return CircuitRefusal.OfAddress(limits.PerAddress);
        return _seats.Count >= limits.InAll ? CircuitRefusal.OfAll : null;
    }

    private void GiveUp()
    {
        var now = clock.GetUtcNow();
        _seats.RemoveAll(seat => seat.Until <= now);
    }

    private readonly record struct Seat(Guid Account, string Address, string? Circuit, DateTimeOffset Until);
}
