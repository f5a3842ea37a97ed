using FlowBuilder.Web.Auth.Access;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace FlowBuilder.Web.Auth.Circuits;

/// <summary>Tells the seats of each circuit that comes, goes and comes back.</summary>
internal sealed class CircuitCount(CircuitSeats room, AuthenticationStateProvider accounts) : CircuitHandler
{
    /// <exception cref="InvalidOperationException">There is no seat: the circuit ends.</exception>
    public override async Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        var account = PersonClaims.AccountOf((await accounts.GetAuthenticationStateAsync()).User)
            ?? throw new InvalidOperationException("A circuit belongs to someone who is signed in.");
        if (!room.Open(circuit.Id, account)) throw new InvalidOperationException("There is no seat for a further circuit.");
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => Gone(circuit);

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken) => Gone(circuit);

    private Task Gone(Circuit circuit)
    {
        room.Close(circuit.Id);
        return Task.CompletedTask;
    }
}
