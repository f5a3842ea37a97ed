using FlowBuilder.Web.Components.Sequences.List;
using FlowBuilder.Web.Components.Sequences.Protection;
using FlowBuilder.Web.Components.Sequences.Templates;
using FlowBuilder.Web.Components.Sequences.Versions;

namespace FlowBuilder.Web.Components.Sequences;

/// <summary>Puts the use cases on sequences into the program.</summary>
internal static class SequenceRegistration
{
    public static IServiceCollection AddSequences(this IServiceCollection services) => services
        .AddScoped<SequenceGuard>().AddScoped<SequenceActions>().AddScoped<SequenceBulk>().AddSingleton<SequenceTemplates>()
        .AddScoped<PendingRestores>();
}
