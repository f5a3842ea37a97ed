using FlowBuilder.Web.Auth.Keys;
using Microsoft.AspNetCore.Hosting;

namespace FlowBuilder.Web.Tests.Support;

/// <summary>A folder of its own for one started program, and the settings that keep the program in it.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowbuilder-web-").FullName;

    public string Outbox => Path.Combine(_folder, "outbox");

    /// <summary>Applies the settings and configures keys.</summary>
    public void Configure(IWebHostBuilder builder, params (string Secret, int Company, string Source, string[] Scopes)[] keys)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Logging:LogLevel:Default", "Warning").UseSetting("Logging:LogLevel:Microsoft.Hosting", "Warning");
        builder.UseSetting("Demo:Enabled", "false").UseSetting("Engine:Partitions", "2").UseSetting("RateLimits:DoorsPerMinute", "100000");
        builder.UseSetting("ConnectionStrings:FlowBuilder", $"Data Source={Path.Combine(_folder, "flowbuilder.db")}");
        builder.UseSetting("Email:Outbox", Outbox).UseSetting("Email:From", "office@green.example");
        for (var i = 0; i < keys.Length; i++)
        {
            builder.UseSetting($"Keys:{i}:Name", keys[i].Secret)
                .UseSetting($"Keys:{i}:Company", $"{keys[i].Company}")
                .UseSetting($"Keys:{i}:Source", keys[i].Source);
            builder.UseSetting($"Keys:{i}:Sha256", KeyRing.Hash(keys[i].Secret));
            for (var j = 0; j < keys[i].Scopes.Length; j++) builder.UseSetting($"Keys:{i}:Scopes:{j}", keys[i].Scopes[j]);
        }
    }

    public void Dispose()
    {
        if (!Directory.Exists(_folder)) return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
