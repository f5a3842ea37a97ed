using FlowBuilder.Web.Sequences.Versions;

namespace FlowBuilder.Web.Sequences;

/// <summary>Puts the use cases on sequences into the program.</summary>
internal static class SequenceServices
{
    public static IServiceCollection AddSequences(this IServiceCollection services) => services
        .AddScoped<SequenceDesk>().AddScoped<SequenceActions>().AddScoped<SequenceBulk>().AddSingleton<SequenceTemplates>()
        .AddScoped<PendingRestores>();
}
