namespace FlowBuilder.Web.Components.Settings.Channels;

/// <summary>Puts the channels' screen and the sending of tests into the program.</summary>
internal static class ChannelSettingsRegistration
{
    public static IServiceCollection AddChannelSettings(this IServiceCollection services) =>
        services.AddSingleton<TestAllowance>().AddSingleton<SendTestMessage>();
}
