namespace FlowBuilder.Web.Auth.Accounts.Passkeys;

/// <summary>What a browser sends may be anything. Identity throws over some of it.</summary>
internal static class PasskeyProof
{
    /// <summary>The answer; null when what was sent could not even be read, or no question had been asked.</summary>
    public static async Task<T?> TryAsync<T>(Func<Task<T>> check)
        where T : class
    {
        try
        {
            return await check();
        }
        catch (Exception e) when (e is InvalidOperationException or System.Text.Json.JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
