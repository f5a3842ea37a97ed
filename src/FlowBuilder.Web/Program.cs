using FlowBuilder.Storage;
using FlowBuilder.Storage.Sqlite;
using FlowBuilder.Web;
using FlowBuilder.Web.Hosting.Lifetime;
using FlowBuilder.Web.Hosting.Settings;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddFlowBuilderWeb();
    var app = builder.Build();
    app.UseFlowBuilderWeb();
    // Before the hosted services are made: some read what they need from the database.
    await app.Services.GetRequiredService<DatabasePreparation>().PrepareAsync(CancellationToken.None);
    await app.Services.GetRequiredService<StartCheck>().CheckAsync(CancellationToken.None);
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (e is SettingsException or DatabaseRefusedException)
{
    await Console.Error.WriteLineAsync($"FlowBuilder cannot start: {e.Message}");
    return 1;
}

/// <summary>Named so that tests can start the program in their own process.</summary>
public partial class Program;
