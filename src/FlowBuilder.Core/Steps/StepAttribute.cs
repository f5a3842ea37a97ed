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
}
