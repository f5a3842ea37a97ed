using Microsoft.Extensions.Configuration;
using StackExchange.Redis;

namespace FlowBuilder.Runtime.Progress;

/// <summary>Whether the installation has other nodes, and how news reach them.</summary>
public sealed record NodeLinkOptions
{
    /// <summary>The server over which nodes tell each other what has changed
    /// (<c>Redis:ConnectionString</c>); null: there is none.</summary>
    public ConfigurationOptions? Redis { get; init; }

    /// <summary>Whether other nodes work on the same database (<c>Live:SeveralNodes</c>). With a
    /// Redis server there are, whatever this says.</summary>
    public bool SeveralNodes { get; init; }

    /// <summary>Reads both settings.</summary>
    /// <exception cref="ArgumentException">The connection string cannot be read. The message holds
    /// nothing of it: it may carry a password.</exception>
    public static NodeLinkOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new NodeLinkOptions
        {
            Redis = ReadRedis(configuration["Redis:ConnectionString"]), SeveralNodes = configuration.GetValue<bool>("Live:SeveralNodes")
        };
    }

    private static ConfigurationOptions? ReadRedis(string? connection)
    {
        if (string.IsNullOrWhiteSpace(connection)) return null;
        ConfigurationOptions options;
        try
        {
            options = ConfigurationOptions.Parse(connection);
        }
        catch (ArgumentException)
        {
            options = new ConfigurationOptions();
        }

        if (options.EndPoints.Count == 0)
            throw new ArgumentException(
                "Redis:ConnectionString cannot be read. Write it like “redis.example.com:6379,password=...,ssl=true”.", nameof(connection));
        // The program starts and works without the server; news are then late, not lost.
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ClientName = "FlowBuilder";
        return options;
    }
}
