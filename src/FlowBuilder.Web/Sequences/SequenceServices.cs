using FlowBuilder.Runtime.Sequences;
using FlowBuilder.Runtime.Sequences.Protection;
using FlowBuilder.Web.Sequences.Versions;

namespace FlowBuilder.Web.Sequences;

/// <summary>Puts the use cases on sequences into the program.</summary>
internal static class SequenceServices
{
    public static IServiceCollection AddSequences(this IServiceCollection services) => services
        .AddSingleton<SequenceLock>().AddSingleton<SequencePasswords>().AddSingleton<ProtectedSequences>()
        .AddSingleton<SequenceDrafts>().AddSingleton<SequenceCopies>().AddSingleton<SequencePublishing>().AddSingleton<SequenceSwitching>()
        .AddScoped<SequenceDesk>().AddScoped<SequenceActions>().AddScoped<SequenceBulk>().AddSingleton<SequenceOverviews>().AddSingleton<SequenceTemplates>()
        .AddSingleton<VersionReading>().AddScoped<PendingRestores>();
}
