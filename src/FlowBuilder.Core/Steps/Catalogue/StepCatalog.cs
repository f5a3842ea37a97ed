using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace FlowBuilder.Core.Steps.Catalogue;

/// <summary>All step types there are, found by their <see cref="StepAttribute"/>; nothing is registered by hand.</summary>
public sealed class StepCatalog
{
    private readonly FrozenDictionary<string, StepType> _byId;
    private readonly FrozenDictionary<Type, StepType> _byClass;

    private StepCatalog(ImmutableArray<StepType> all)
    {
        All = all;
        _byId = all.ToFrozenDictionary(type => type.Id, StringComparer.Ordinal);
        _byClass = all.ToFrozenDictionary(type => type.Class);
    }

    /// <summary>Every step, by group and title.</summary>
    public ImmutableArray<StepType> All { get; }

    /// <summary>The catalogue of the assemblies' public steps.</summary>
    /// <exception cref="InvalidOperationException">Two steps have one id, or one has no attribute.</exception>
    public static StepCatalog Of(params IEnumerable<Assembly> assemblies)
    {
        ArgumentNullException.ThrowIfNull(assemblies);
        var types = assemblies.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Step)) && type != typeof(ConditionGroup))
            .Select(type => new StepType(type, type.GetCustomAttribute<StepAttribute>()
                ?? throw new InvalidOperationException($"{type.Name} has no [Step] attribute.")))
            .OrderBy(type => type.Kind)
            .ThenBy(type => type.Group, StringComparer.Ordinal)
            .ThenBy(type => type.Title, StringComparer.Ordinal)
            .ToImmutableArray();
        var twice = types.GroupBy(type => type.Id).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? new StepCatalog(types) : throw new InvalidOperationException($"Two steps have the id “{twice.Key}”.");
    }

    /// <summary>The type of an id; null when there is none.</summary>
    public StepType? Find(string? id) => id is not null && _byId.TryGetValue(id, out var type) ? type : null;

    /// <summary>Whether a step's type is in this catalogue.</summary>
    public bool Knows(Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return _byClass.ContainsKey(step.GetType());
    }

    /// <summary>The type of a step.</summary>
    public StepType Of(Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return _byClass[step.GetType()];
    }
}
