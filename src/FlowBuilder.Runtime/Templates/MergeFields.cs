using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Runtime.Liquid;
using FlowBuilder.Runtime.Liquid.Data;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace FlowBuilder.Runtime.Templates;

/// <summary>
/// What a text may say: <c>customer</c>, <c>company</c>, <c>record</c>, <c>event</c>, <c>owner</c>, <c>assigned</c> and
/// <c>unsubscribe_url</c>. Looked up when asked for, nothing is copied. Variables a text assigns live here too, until the next text.
/// </summary>
internal sealed class MergeFields(StepContext context, string? unsubscribeUrl) : ScriptObject(0, autoImportStaticsFromThisType: false)
{
    private IScriptObject? _customer;
    private IScriptObject? _company;
    private IScriptObject? _record;
    private IScriptObject? _event;
    private IScriptObject? _owner;
    private IScriptObject? _assigned;

    /// <summary>Units of work that may still be spent on the message these fields are for.</summary>
    internal long WorkLeft { get; set; } = LiquidWork.Budget;

    internal StepContext Run { get; } = context;

    /// <summary>The zone in which dates are told: the customer's.</summary>
    internal TimeZoneInfo Zone => Run.Zone;

    /// <summary>How dates are read.</summary>
    internal Core.Reading.ReadingRules Reads => Run.Reads;

    internal DateTimeOffset Now => Run.Now;

    /// <summary>Drops the variables of the text before.</summary>
    internal void Forget()
    {
        if (Count > 0) Clear();
    }

    /// <inheritdoc />
    public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        value = member switch
        {
            "customer" => _customer ??= CustomerFields(),
            "company" => _company ??= CompanyFields(Run.Company),
            "record" => _record ??= RecordFields(),
            "event" => _event ??= EventFields(),
            "owner" => _owner ??= PersonFields(Run.Company.Owner),
            "assigned" => _assigned ??= PersonFields(Run.Resolve(new Recipient.Assigned()) is [var person, ..] ? person : null),
            "unsubscribe_url" => unsubscribeUrl,
            "blank" => LiquidBlank.Blank,
            "empty" => LiquidBlank.Empty,
            _ => null,
        };
        return value is not null || base.TryGetValue(context, span, member, out value);
    }

    private PropertiesView CustomerFields()
    {
        var customer = Run.Customer;
        return new PropertiesView(customer.Fields, MergeFieldMembers.Customer, member => member switch
        {
            "id" => customer.UserId,
            "name" => Whole(customer) ?? ((Told(customer, "first_name"), Told(customer, "last_name")) switch
            {
                ({ } first, { } last) => $"{first} {last}",
                var (first, last) => first ?? last,
            }),
            "first_name" => Told(customer, "first_name") ?? PersonNames.First(Whole(customer)),
            "last_name" => Told(customer, "last_name") ?? (Told(customer, "first_name") is null ? PersonNames.Last(Whole(customer)) : null),
            "tags" => new ListView(customer.Tags.Keys),
            _ => null,
        }, static member => member is "name" or "first_name" or "last_name");
    }

    private static string? Told(Core.Model.Customers.Customer customer, string field) => PersonNames.Of(customer.Fields.Text(field));

    private static string? Whole(Core.Model.Customers.Customer customer) =>
        PersonNames.Of(customer.Fields.Text("name"), customer.Email, customer.Phone, customer.UserId);

    private PropertiesView RecordFields()
    {
        var record = Run.Record;
        return new PropertiesView(
            record?.Properties ?? Core.Model.Fields.Properties.Empty, MergeFieldMembers.Record, member => member switch
            {
                "id" => Run.Run.Record?.Id,
                "type" => Run.Run.Record?.Type,
                "status" => record?.Status,
                _ => null,
            });
    }

    private PropertiesView EventFields()
    {
        var started = Run.Run.Event;
        return new PropertiesView(
            started?.Properties ?? Core.Model.Fields.Properties.Empty, MergeFieldMembers.Event, member => member switch
            {
                "name" => started?.Name,
                "at" => started?.At.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture),
                _ => null,
            });
    }

    private static NamedView CompanyFields(Company company) => new(MergeFieldMembers.Company, member => member switch
    {
        "name" => company.Name,
        "email" => company.Email,
        "phone" => company.Phone,
        "address" => company.Address,
        "website" => company.Website,
        "hours" => OpenHoursPhrases.Of(company.BusinessHours),
        _ => null,
    });

    private static NamedView PersonFields(Person? person) => new(MergeFieldMembers.Person, member => member switch
    {
        "name" => person?.Name,
        "first_name" => person?.Name.Split(' ')[0],
        "email" => person?.Email,
        "phone" => person?.Phone,
        _ => null,
    });
}
