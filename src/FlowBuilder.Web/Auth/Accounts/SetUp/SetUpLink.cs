using FlowBuilder.Application.Accounts;
using FlowBuilder.Web.Auth.AccountEmails;
using FlowBuilder.Web.Hosting.Settings;

namespace FlowBuilder.Web.Auth.Accounts.SetUp;

/// <summary>
/// The one-time link by which the first company gets its owner. It is open while nobody has a sign-in and the demo is off; sign-ins that
/// a demo left in the database do not count. The token lives in memory alone: a restart prints a new one, and the old one is void.
/// </summary>
public sealed class SetUpLink(SignIns signIns, Installation installation, SiteLinks links)
{
    private readonly string _token = RandomToken.New();
    private volatile bool _closed = installation.Demo;

    /// <summary>For the console, nowhere else.</summary>
    public string Address => links.SetUp(_token);

    /// <summary>Whether somebody still has to set this installation up.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancellation)
    {
        if (_closed) return false;
        if (await signIns.AreThereAsync(cancellation)) _closed = true;
        return !_closed;
    }

    /// <summary>Whether a token of an address opens the door now.</summary>
    public async Task<bool> FitsAsync(string? token, CancellationToken cancellation) =>
        RandomToken.Same(token ?? "", _token) && await IsOpenAsync(cancellation);
}
