using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Runtime.Caching;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Runtime.Templates;

/// <summary>Puts templates into the program.</summary>
public static class TemplateRegistration
{
    /// <summary>Adds the cache, the writer of messages, the filler of settings, and the check of
    /// templates. Needs storage and links (see the channels).</summary>
    public static IServiceCollection AddFlowBuilderTemplates(this IServiceCollection services)
    {
        services.AddSingleton<ITemplateSource, StoredTemplates>();
        services.AddSingleton<TemplateCache>().AddSingleton<IReloadable>(provider => provider.GetRequiredService<TemplateCache>());
        services.AddSingleton<MessageWriter>().AddSingleton<IMessageWriter>(provider => provider.GetRequiredService<MessageWriter>());
        services.AddSingleton<ITextFiller, TextFiller>();
        services.AddSingleton<TemplateCheck>()
            .AddSingleton<ITemplateCheck>(provider => provider.GetRequiredService<TemplateCheck>())
            .AddSingleton<IInlineTexts, InlineTextJudges>();
        return services;
    }
}
