using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Companies;

/// <summary>
/// “Stop all sending now”, and starting again. While stopped, messages are put off when they would leave; started again, every
/// customer inside a sequence takes a turn at once, so that what waits goes without waiting for its next look.
/// </summary>
public sealed class SendingSwitch(IDbContextFactory<FlowBuilderContext> contexts, IEngine engine, AuditTrail audit)
{
    /// <summary>Tells of a company whose sending was stopped or started, to whoever shows it.</summary>
    public event Action<CompanyId>? Switched;

    /// <summary>Stops or starts. Doing it twice changes nothing.</summary>
    public async Task SwitchAsync(CompanyId company, bool stopped, Actor by, CancellationToken cancellation)
    {
        await using (var context = contexts.CreateFor(company))
        {
            var row = await context.Companies.FirstAsync(one => one.Id == company.Value, cancellation);
            if (row.SendingStopped == stopped) return;
            row.SendingStopped = stopped;
            audit.Add(
                context, by, stopped ? "sending.stop" : "sending.start", null, stopped ? "stopped all sending" : "started sending again",
                Word(!stopped), Word(stopped));
            await context.SaveChangesAsync(cancellation);
        }

        await engine.RefreshAsync(company, CancellationToken.None);
        if (!stopped) await engine.AskEveryoneAsync(company, new TurnInput.HoldsChanged(null, null), CancellationToken.None);
        Switched?.Invoke(company);
    }

    /// <summary>How many messages wait to leave, for whatever reason.</summary>
    public async Task<int> WaitingAsync(CompanyId company, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await context.Messages.CountAsync(message => message.State == MessageState.Waiting, cancellation);
    }

    private static string Word(bool stopped) => stopped ? "stopped" : "running";
}
