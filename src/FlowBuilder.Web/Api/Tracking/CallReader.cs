using System.Text.Json;
using FlowBuilder.Application.Customers.Merging;
using FlowBuilder.Application.Keys;
using FlowBuilder.Application.Lists;
using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Reading;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Web.Auth.Keys;

namespace FlowBuilder.Web.Api.Tracking;

/// <summary>
/// Turns one call of Segment's API into events. Members nobody knows are ignored; known ones must have the right type. <c>page</c> and
/// <c>screen</c> become the custom events <i>Page Viewed</i> and <i>Screen Viewed</i>; a group's traits come with its id as <c>id</c>;
/// <c>context.traits</c> beside another call are an identify call of their own, before it. What a browser key may not do is refused here.
/// </summary>
internal sealed class CallReader(CompanyKey key, TimeProvider clock, CustomerLimits limits, DayOrder order)
{
    public const string PageViewed = "Page Viewed";
    public const string ScreenViewed = "Screen Viewed";
    public const string Alias = CustomerMerger.EventName;
    private const int LongestPrefix = 240;

    /// <summary>The events; none when something was wrong, which is then in <paramref name="faults"/>.</summary>
    /// <param name="call">The call's object.</param>
    /// <param name="type">What kind of call it is.</param>
    /// <param name="imported">The whole batch is historical.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public IReadOnlyList<ReadCall> Read(JsonElement call, CallType type, bool imported, FaultList faults)
    {
        var members = new CallMembers(call, faults);
        var ids = Ids(members, type, faults);
        var at = members.Moment("timestamp", order);
        imported |= members.IsImport();
        if (key.IsBrowser && imported)
            faults.Add("$", "not-for-browser-keys", "is historical, and a browser key cannot import. Use a server key.");
        string? previousId = null;
        var properties = Properties.Empty;
        var contextTraits = members.InContext("traits");
        RecordKey? record = null;
        var (name, path) = ("", "properties.");
        var kind = EventKind.Track;

        switch (type)
        {
            case CallType.Identify:
                (kind, name, path) = (EventKind.Identify, EventNames.Identify, "traits.");
                properties = TraitRules.Checked(contextTraits.Merge(members.Object("traits")), faults, limits, order);
                contextTraits = Properties.Empty;
                break;
            case CallType.Group:
                (kind, name, path) = (EventKind.Group, EventNames.Group, "traits.");
                properties = members.Object("traits");
                TraitRules.CheckSize(properties, limits.Fields, "fields", "traits.", faults);
                if (members.Id("groupId") is { } groupId) properties = properties.With("id", groupId);
                else if (!members.IsFaulty("groupId"))
                    faults.Required("groupId", $"{NoId(members, "groupId")}a group call needs the group's id.");
                break;
            case CallType.Alias:
                (kind, name) = (EventKind.Alias, Alias);
                previousId = members.Id("previousId");
                if (key.IsBrowser)
                    faults.Add("$", "not-for-browser-keys", "merges two people, which a browser key cannot do. Use a server key.");
                if (previousId is null && !members.IsFaulty("previousId"))
                    faults.Required("previousId", $"{NoId(members, "previousId")}an alias call needs the id to merge.");
                if (ids.User is null && !members.IsFaulty("userId"))
                    faults.Required("userId", $"{NoId(members, "userId")}an alias call needs the id that stays.");
                break;
            case CallType.Page or CallType.Screen:
                name = type == CallType.Page ? PageViewed : ScreenViewed;
                properties = members.Object("properties");
                foreach (var member in (ReadOnlySpan<string>)["name", "category"])
                    if (members.Text(member) is { } text) properties = properties.With(member, text);
                break;
            default:
                name = members.EventName();
                properties = members.Object("properties");
                record = RecordNaming.Of(name, properties, faults);
                properties = RecordNaming.WithoutZeroTimes(name, properties);
                if (record is not null) TraitRules.CheckSize(properties, limits.RecordFields, "properties", "properties.", faults);
                if (key.IsBrowser && BrowserKeys.SpeaksForCustomers(name))
                    faults.Add(
                        "event", "not-for-browser-keys",
                        $"“{name}” changes what a known customer agreed to or is tagged with, which a browser key cannot do. Use a server "
                            + $"key.");
                break;
        }

        var optIn = members.OptIn();
        if (optIn is not null && key.IsBrowser)
            faults.Add(
                "context.optIn", "not-for-browser-keys",
                "would lift a suppression, which anyone could claim in a page. Send a person's own yes with a server key.");
        properties = ConsentWords.Checked(type, name, properties, optIn, faults);
        if (!contextTraits.IsEmpty && type != CallType.Alias)
            contextTraits = TraitRules.Checked(contextTraits, faults, limits, order, "context.traits.");
        if (faults.Any) return [];

        var told = new IncomingEvent
        {
            Company = key.Company,
            Source = key.Source,
            MessageId = ids.Message ?? $"fb-{Guid.CreateVersion7(clock.GetUtcNow()):N}",
            UserId = ids.User,
            AnonymousId = ids.Anonymous,
            PreviousId = previousId,
            Kind = kind,
            Name = name,
            At = at,
            Record = record,
            Properties = properties,
            Imported = imported,
            FromBrowser = key.IsBrowser,
            Door = EventOrigin.Tracking,
        };
        return contextTraits.IsEmpty || type == CallType.Alias
            ? [new ReadCall(told, path)]
            : [new ReadCall(Described(told, contextTraits), "context.traits."), new ReadCall(told, path)];
    }

    private static (string? User, string? Anonymous, string? Message) Ids(CallMembers members, CallType type, FaultList faults)
    {
        var ids = (User: members.Id("userId"), Anonymous: members.Id("anonymousId"), Message: members.Id("messageId"));
        if (ids.User is null
            && ids.Anonymous is null
            && !members.IsFaulty("userId")
            && !members.IsFaulty("anonymousId")
            && type != CallType.Alias)
            faults.Required(
                "userId",
                $"{NoId(members, "userId") ?? NoId(members, "anonymousId")}send userId, or anonymousId while the person is not known yet.");
        return ids;
    }

    /// <summary>Says that what stands there is a placeholder.</summary>
    private static string? NoId(CallMembers members, string member) =>
        members.Placeholder(member) is { } written
            ? $"“{(written.Length > 40 ? written[..40] + "…" : written)}” is what programs send when they have no id; "
            : null;

    private static IncomingEvent Described(IncomingEvent told, Properties traits) => told with
    {
        MessageId = $"{(told.MessageId.Length > LongestPrefix ? told.MessageId[..LongestPrefix] : told.MessageId)}#traits",
        Kind = EventKind.Identify,
        Name = EventNames.Identify,
        Record = null,
        Properties = traits,
    };
}
