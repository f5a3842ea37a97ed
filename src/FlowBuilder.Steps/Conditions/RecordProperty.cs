using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Steps.Conditions;

/// <summary>A property of the record the run belongs to, as known now, compared with a value.
/// <c>status</c> is the record's status. False without a record.</summary>
[Step("record-property", Title = "Property of the record", Icon = "description", Group = "Records")]
public sealed record RecordProperty : PropertyComparison
{
    /// <summary>The property's name or dotted path.</summary>
    [Required, StringLength(Rules.LongestName), Display(
        Name = "Property", Description = "The property of the estimate, invoice, visit..., such as total or status.")]
    public string? Property { get; init; }

    /// <inheritdoc />
    [Required, Display(Name = "Comparison", Description = "How the property is compared.")]
    public override Operator? Op { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn => new() { OwnRecord = true, OnTime = TurnsByTime };

    private protected override string? Path => Property;

    private protected override string Whose => "the record's";

    private protected override bool TryFind(ConditionContext c, string path, out JsonElement? found)
    {
        var record = c.Facts.Find(c.Record);
        found = record is null ? null : RecordValues.Of(record, path);
        return record is not null;
    }
}
