using FlowBuilder.Web.Auth.Accounts.SetUp;
using FlowBuilder.Web.Auth.Keys;
using FlowBuilder.Web.Demo;
using FlowBuilder.Web.Hosting.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FlowBuilder.Web;

/// <summary>Says in the log (so on the console) where the program listens and how to get in.</summary>
internal sealed class StartBanner(
    IServer server, IHostApplicationLifetime lifetime, Installation installation, SetUpLink setUp,
    ILogger<StartBanner> log) : IHostedService
{
    private bool _mustBeSetUp;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _mustBeSetUp = await setUp.IsOpenAsync(cancellationToken);
        lifetime.ApplicationStarted.Register(Print);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Print()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses;
        if (addresses is not { Count: > 0 }) return;
        var lines = new List<string> { "", $"  FlowBuilder is running at {string.Join("  ", addresses)}" };
        if (installation.Demo)
        {
            lines.Add($"  Sign in with the password {DemoAccounts.Password} as:");
            lines.AddRange(DemoCompany.People()
                .Where(person => DemoAccounts.Shown.Contains(person.Id))
                .Select(person => $"    {person.Email,-32} {person.Role}"));
            lines.Add("  These sign-ins are public: this is a demo, not a place for real customers.");
            lines.Add(
                $"  Send events:  curl -u {DemoKeys.Write}: {addresses.First()}/v1/track -H 'Content-Type: application/json' -d "
                    + $"'{{\"userId\":\"c-1\",\"event\":\"Estimate Sent\",\"properties\":{{\"estimate_id\":\"e-1\"}}}}'");
            lines.Add($"  Look around:  curl -H 'Authorization: Bearer {DemoKeys.Manage}' {addresses.First()}/api/v1/sequences");
        }

        if (installation.Qa) lines.Add("  The QA clock is on: /api/v1/qa/clock moves the time.");
        log.LogInformation("{Banner}", string.Join(Environment.NewLine, lines));
        // A warning, so that it is seen where information is not logged: without it nobody gets in.
        if (_mustBeSetUp)
            log.LogWarning(
                "{Banner}",
                string.Join(
                    Environment.NewLine, "",
                    "  No one can sign in yet. Set up FlowBuilder with this link, which works once, until the next start:",
                    $"  {setUp.Address}"));
    }
}
