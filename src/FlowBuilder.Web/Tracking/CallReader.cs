using System.Text.Json;
using FlowBuilder.Core.Customers;
using FlowBuilder.Runtime.Intake;
using FlowBuilder.Web.Keys;

namespace FlowBuilder.Web.Tracking;

/// <summary>
/// Turns one call of Segment's API into an <see cref="IncomingEvent"/>. Members nobody knows are ignored; known ones must have
/// the right type. <c>page</c> and <c>screen</c> become the custom events <i>Page Viewed</i> and <i>Screen Viewed</i>; a group's
/// traits come with its id as <c>id</c>.
/// </summary>
internal sealed class CallReader(CompanyKey key, TimeProvider clock, CustomerLimits limits)
{
    public const string PageViewed = "Page Viewed";
    public const string ScreenViewed = "Screen Viewed";
    public const string Alias = "Alias";

    /// <summary>The event; null when something was wrong, which is then in <paramref name="faults"/>.</summary>
    /// <param name="call">The call's object.</param>
    /// <param name="type">What kind of call it is.</param>
    /// <param name="imported">The whole batch is historical.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public IncomingEvent? Read(JsonElement call, CallType type, bool imported, FaultList faults)
    {
        var members = new CallMembers(call, faults);
        var userId = members.Id("userId");
        var anonymousId = members.Id("anonymousId");
        var messageId = members.Id("messageId");
        var at = members.Moment("timestamp");
        imported |= members.IsImport();
        string? previousId = null;
        var properties = Properties.Empty;
        RecordKey? record = null;
        var name = "";
        var kind = EventKind.Track;

        switch (type)
        {
            case CallType.Identify:
                (kind, name) = (EventKind.Identify, EventNames.Identify);
                properties = Traits.Checked(members.Object("traits"), faults, limits);
                break;
            case CallType.Group:
                (kind, name) = (EventKind.Group, EventNames.Group);
                properties = members.Object("traits");
                Traits.CheckSize(properties, limits.Fields, "fields", "traits.", faults);
                if (members.Id("groupId") is { } groupId) properties = properties.With("id", groupId);
                else if (!members.IsFaulty("groupId")) faults.Required("groupId", "a group call needs the group's id.");
                break;
            case CallType.Alias:
                (kind, name) = (EventKind.Alias, Alias);
                previousId = members.Id("previousId");
                if (previousId is null && !members.IsFaulty("previousId")) faults.Required("previousId", "an alias call needs the id to be joined.");
                if (userId is null && !members.IsFaulty("userId")) faults.Required("userId", "an alias call needs the id that stays.");
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
                if (record is not null) Traits.CheckSize(properties, limits.RecordFields, "properties", "properties.", faults);
                break;
        }

        properties = ConsentWords.Checked(type, name, properties, members.OptIn(), faults);
        if (userId is null && anonymousId is null && !members.IsFaulty("userId") && !members.IsFaulty("anonymousId") && type != CallType.Alias)
            faults.Required("userId", "send userId, or anonymousId while the person is not known yet.");
        if (faults.Any) return null;

        return new IncomingEvent
        {
            Company = key.Company,
            Source = key.Source,
            MessageId = messageId ?? $"fb-{Guid.CreateVersion7(clock.GetUtcNow()):N}",
            UserId = userId,
            AnonymousId = anonymousId,
            PreviousId = previousId,
            Kind = kind,
            Name = name,
            At = at,
            Record = record,
            Properties = properties,
            Imported = imported,
        };
    }
}
