using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Runtime.Templates;

/// <summary>
/// Somebody of whom everything a text asks for is known, and at length: every field it names holds a long text, every list it goes through
/// has as many members as a customer has tags at most. What such a customer's message costs, it is judged by when it is saved.
/// </summary>
internal static partial class WorstCase
{
    private const int Long = 500;
    private const int Many = 200;
    private static readonly RecordKey Key = new("record", "1");

    /// <summary>The customer for texts like these.</summary>
    internal static StepContext For(IEnumerable<string?> sources)
    {
        var (customer, record, started) = (Properties.Empty, Properties.Empty, Properties.Empty);
        foreach (var source in sources)
            foreach (Match named in Names().Matches(source ?? ""))
            {
                var field = named.Groups["field"].Value;
                object value = named.Groups["in"].Success ? Enumerable.Repeat(new string('m', 40), Many).ToArray() : new string('w', Long);
                switch (named.Groups["of"].Value)
                {
                    case "customer" when field is not ("tags" or "id"):
                        customer = Kept(customer, field, value);
                        break;
                    case "record":
                        record = Kept(record, field, value);
                        break;
                    case "event":
                        started = Kept(started, field, value);
                        break;
                }
            }

        var now = DateTimeOffset.UnixEpoch;
        var tags = Customer.NoTags.AddRange(Enumerable.Range(0, Many)
            .Select(i => KeyValuePair.Create($"a tag with a long name, number {i}", default(TagMark))));
        return new StepContext
        {
            Facts = new Facts
            {
                Company = new Company { Id = new CompanyId(0), Name = new string('c', 100) },
                Customer = new Customer
                {
                    Id = new CustomerId(0), Company = new CompanyId(0), UserId = new string('u', 100), Fields = customer, Tags = tags
                },
                Records = ImmutableDictionary<RecordKey, Record>.Empty.Add(
                    Key, new Record { Key = Key, Properties = record, Status = "sent", UpdatedAt = now }),
            },
            Run = new Enrollment
            {
                Id = new EnrollmentId(0), Company = new CompanyId(0), Customer = new CustomerId(0), Sequence = default, Version = default,
                Record = Key,
                State = EnrollmentState.Active, EnteredAt = now, EnteredSeq = 0, Event = new StartingEvent("Event", now, started),
                PinnedTemplates = ImmutableDictionary<string, int>.Empty,
            },
            Now = now, Node = "", Pass = 1, ArrivedAt = now, Filler = new TextFiller(),
        };
    }

    /// <summary>A field that is once gone through as a list is one.</summary>
    private static Properties Kept(Properties known, string field, object value) =>
        value is string && known.Get(field) is { ValueKind: JsonValueKind.Array } ? known : known.With(field, value);

    [GeneratedRegex(@"(?<in>\bin\s+)?\b(?<of>customer|record|event)\.(?<field>[A-Za-z_][A-Za-z0-9_]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
