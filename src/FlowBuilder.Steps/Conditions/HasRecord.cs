using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Conditions;

/// <summary>The customer has a record of a type, in one of some states, with certain properties.
/// The type stands in <c>recordType</c>, since <c>type</c> names the step.</summary>
[Step("has-record", Title = "Has a record", Icon = "folder_shared", Group = "Records")]
public sealed record HasRecord : ConditionStep
{
    /// <summary>The record's type: estimate, invoice, payment, visit, meeting, todo, maintenance,
    /// job, review, or one of your own.</summary>
    [Required, StringLength(Rules.LongestName), Display(
        Name = "Type",
        Description = "What kind of record: estimate, invoice, visit, meeting, todo, maintenance, job, payment, review or one of your own.")]
    public string? RecordType { get; init; }

    /// <summary>Only records in one of these states; none: any.</summary>
    [Display(Name = "Status", Description = "Only records in one of these states, such as sent or past-due. Leave empty for any.")]
    public ImmutableArray<string> Status { get; init; } = [];

    /// <summary>Conditions on the record's properties; all must hold for one and the same record.</summary>
    [Display(Name = "Where", Description = "Conditions on the record's properties. All must be true for the same record.")]
    public ImmutableArray<PropertyCondition> Where { get; init; } = [];

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn => RecordType is null ? Dependencies.None : Dependencies.OnRecords(RecordType) with
    {
        OnTime = !Where.IsDefaultOrEmpty && Where.Any(line => Comparison.TurnsByTime(line.Op, line.Value)),
    };

    /// <inheritdoc />
    protected override bool IsTrue(ConditionContext c) => Candidates(c).Any(record => Where.IsDefaultOrEmpty
        || Where.All(line => Comparison.Holds(RecordValues.Of(record, line.Property ?? ""), line.Op, line.Value, c.Now, c.Reads)));

    /// <inheritdoc />
    public override DateTimeOffset? MayTurnAt(ConditionContext c) => Where.IsDefaultOrEmpty ? null
        : Candidates(c)
            .SelectMany(
                record => Where.Select(
                    line => Comparison.MayTurnAt(RecordValues.Of(record, line.Property ?? ""), line.Op, line.Value, c.Now, c.Reads))).Min();

    /// <inheritdoc />
    public override string Sentence(Names names)
    {
        var what = string.IsNullOrWhiteSpace(RecordType)
            ? "record (type not yet chosen)"
            : RecordType == "todo"
            ? "to-do"
            : ValuePhrases.Field(RecordType);
        var state = Status.IsDefaultOrEmpty ? "" : $" that is {ValuePhrases.List(Status.Select(ValuePhrases.Field), "or")}";
        return $"the customer {(Not ? $"has no {what}" : $"has {WithArticle(what)}")}{state}{ValuePhrases.Where(Where)}";
    }

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check() => Rules.Where(Where);

    private static string WithArticle(string what) =>
        what == "maintenance" ? what : $"{("aeiou".Contains(char.ToLowerInvariant(what[0])) ? "an" : "a")} {what}";

    private IEnumerable<Record> Candidates(ConditionContext c) => RecordType is null ? []
        : c.Facts.Records.Values.Where(record => record.Key.Type == RecordType
            && (Status.IsDefaultOrEmpty || Status.Any(status => string.Equals(status, record.Status, StringComparison.OrdinalIgnoreCase))));
}
