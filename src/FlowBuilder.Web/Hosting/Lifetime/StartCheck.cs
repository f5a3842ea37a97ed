using FlowBuilder.Application.Accounts;
using FlowBuilder.Web.Hosting.Settings;

namespace FlowBuilder.Web.Hosting.Lifetime;

/// <summary>What can be judged only with the database at hand: whether an installation with real
/// people is run as if it were a toy.</summary>
internal sealed class StartCheck(SignIns signIns, Sessions sessions, Installation installation, IHostEnvironment environment)
{
    /// <summary>Checks before the program begins to listen. In Production everybody who came with a demo is signed out.</summary>
    /// <exception cref="SettingsException">This database must not be run like this.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        installation.Check(environment, await signIns.AreThereAsync(cancellation));
        if (environment.IsProduction()) await sessions.EndDemoAsync(cancellation);
    }
}
