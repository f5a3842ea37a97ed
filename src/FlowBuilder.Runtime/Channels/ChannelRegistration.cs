using System.Net;
using FlowBuilder.Application.Messages;
using FlowBuilder.Runtime.Channels.Breaking;
using FlowBuilder.Runtime.Channels.Email;
using FlowBuilder.Runtime.Channels.Text;
using FlowBuilder.Runtime.Channels.Webhook;
using FlowBuilder.Runtime.Links;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Runtime.Channels;

/// <summary>Puts the channels into the program.</summary>
public static class ChannelRegistration
{
    /// <summary>Adds email, texts and webhooks with the links in their messages. Needs storage: the
    /// secret behind links is kept there.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configuration">Sections <c>Email</c>, <c>Text</c>, <c>Webhooks</c>; <c>PublicUrl</c>.</param>
    /// <param name="contentRoot">The folder under which <c>data/outbox</c> lies.</param>
    public static IServiceCollection AddFlowBuilderChannels(
        this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var email = configuration.GetSection(EmailOptions.Section).Get<EmailOptions>() ?? new EmailOptions();
        var text = configuration.GetSection(TextOptions.Section).Get<TextOptions>() ?? new TextOptions();
        var webhooks = WebhookOptions.Read(configuration);
        var publicUrl = SiteAddress.Read(configuration) ?? new Uri(SiteAddress.Default);

        services.AddSingleton(email).AddSingleton(text).AddSingleton(webhooks);
        services.AddDataProtection();
        services.AddSingleton<StoredLinkKey>().AddSingleton(provider => provider.GetRequiredService<StoredLinkKey>().Read());
        services.AddSingleton<LinkTokens>().AddSingleton<WebhookSecrets>().AddSingleton<ICorrespondence, StoredCorrespondence>();
        services.AddSingleton(provider => new MessageLinks(provider.GetRequiredService<LinkTokens>(), publicUrl));
        services.AddSingleton<ProviderBreakers>();
        services.AddSingleton<IMailTransport>(provider => string.IsNullOrWhiteSpace(email.Smtp.Host)
            ? new OutboxFolder(Path.GetFullPath(email.Outbox ?? Path.Combine("data", "outbox"), contentRoot))
            : new SmtpServer(email.Smtp, provider.GetRequiredService<ProviderBreakers>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IKeptLetters>(
            provider => provider.GetRequiredService<IMailTransport>() as IKeptLetters ?? new NoKeptLetters());
        services.AddSingleton<IAccountMail>(
            provider => new AccountMail(email, provider.GetRequiredService<IMailTransport>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IMessageChannel>(
            provider => new EmailChannel(
                new Letter(email, provider.GetRequiredService<MessageLinks>()), provider.GetRequiredService<IMailTransport>()));
        services.AddSingleton<IMessageChannel>(
            provider => new TextChannel(
                text, provider.GetRequiredService<MessageLinks>(), Plain(text), provider.GetRequiredService<ProviderBreakers>(),
                provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IMessageChannel>(
            provider => new WebhookChannel(webhooks, provider.GetRequiredService<WebhookSecrets>(), Guarded(webhooks),
                provider.GetRequiredService<ProviderBreakers>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    internal static HttpMessageInvoker Plain(TextOptions options) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = options.Timeout / 2,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    });

    internal static HttpMessageInvoker Guarded(WebhookOptions options, GuardedConnections? connections = null) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = (connections ?? new GuardedConnections(options)).ConnectAsync,
        MaxResponseDrainSize = 1024 * 1024,
        MaxResponseHeadersLength = 32,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    });
}
