using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FlowBuilder.Storage;

/// <summary>A database the program can run on: what each provider's assembly brings.</summary>
public interface IDatabase
{
    /// <summary>The folder in which the program keeps what belongs to this database and is not in
    /// it: keys, journals, files under way.</summary>
    string Folder { get; }

    /// <summary>Name of a file beside the database, in <see cref="Folder"/>, that belongs to it alone.</summary>
    /// <param name="suffix">What tells it from others, such as <c>-imports</c>.</param>
    string Beside(string suffix);

    /// <summary>Registers contexts, the engine's store and the preparation of the database at start.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configuration">Names keys; null: they lie in <see cref="Folder"/>.</param>
    void AddTo(IServiceCollection services, IConfiguration? configuration);

    /// <summary>Where Quartz keeps its jobs.</summary>
    void UseForJobs(IPersistentStoreBuilder store);
}
