namespace FlowBuilder.Web.Hosting.Settings;

/// <summary>The program cannot start as it is configured. The message says which setting and what to do.</summary>
public sealed class SettingsException : Exception
{
    public SettingsException()
    {
    }

    public SettingsException(string message)
        : base(message)
    {
    }

    public SettingsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
