using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Engine;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Web.Api.Tracking.Arrivals;

/// <summary>The inbox with a recent beside it: what any door has put in, and was stored, is shown to people.</summary>
internal sealed class NotedIntake(IIntake intake, RecentArrivals recent, ICompanyCache companies, TimeProvider clock) : IIntake
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<StoredEvent>> AcceptAsync(IReadOnlyList<IncomingEvent> events, CancellationToken cancellation)
    {
        var stored = await intake.AcceptAsync(events, cancellation);
        if (events.Count > 0 && companies.Find(events[0].Company) is { } company)
            recent.Note([.. ArrivalText.Of(events, stored, company, clock.GetUtcNow())]);
        return stored;
    }

    /// <summary>Puts the recent beside the inbox there is.</summary>
    public static void Around(IServiceCollection services)
    {
        var inner = services.Last(service => service.ServiceType == typeof(IIntake)).ImplementationType
            ?? throw new InvalidOperationException("The inbox is not ready yet.");
        services.AddSingleton<IIntake>(provider => new NotedIntake(
            (IIntake)ActivatorUtilities.CreateInstance(provider, inner), provider.GetRequiredService<RecentArrivals>(),
            provider.GetRequiredService<ICompanyCache>(), provider.GetRequiredService<TimeProvider>()));
    }
}
