namespace FlowBuilder.Web.Notifications;

/// <summary>Puts the notifications on screen into the program.</summary>
internal static class NotificationServices
{
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services.AddSingleton<YourNotifications>();
}
