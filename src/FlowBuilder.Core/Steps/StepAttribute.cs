using System.Collections.Concurrent;
using System.Reflection;

namespace FlowBuilder.Core.Steps;

/// <summary>Names a step. The id is the stored JSON discriminator: permanent, whatever the class is called.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StepAttribute(string id) : Attribute
{
    /// <summary>Kebab-case id of contract.md section 2.</summary>
    public string Id { get; } = id;

    /// <summary>What the palette calls it.</summary>
    public required string Title { get; init; }

    /// <summary>Name of an icon in the product's set (Material names, lower case with underscores).</summary>
    public required string Icon { get; init; }

    /// <summary>Heading it stands under in the palette: Customers, Estimates, Messages, Time...</summary>
    public required string Group { get; init; }

    /// <summary>The id of a step's class; its class name where it has no attribute. Read once per class.</summary>
    public static string IdOf(Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Ids.GetOrAdd(step.GetType(), type => type.GetCustomAttribute<StepAttribute>()?.Id ?? type.Name);
    }

    private static readonly ConcurrentDictionary<Type, string> Ids = new();
}
