using System.Text.Json;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Whereabouts;

namespace FlowBuilder.Application.Customers;

/// <summary>A customer in full.</summary>
/// <param name="UserId">The id in the sender's system.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Fields">All traits under their names.</param>
/// <param name="Tags">In alphabetical order.</param>
/// <param name="Consent">What the customer agreed to.</param>
/// <param name="TimeZone">In which time zone the customer lives, and what says so.</param>
/// <param name="AutomationsOff">Runs of this customer are held.</param>
/// <param name="AddedAt">When the customer was first told of.</param>
/// <param name="Records">Estimates, invoices, visits...; null in lists.</param>
public sealed record CustomerView(
    string? UserId, string Name, JsonElement Fields, IReadOnlyList<string> Tags, ConsentView Consent, TimeZoneView TimeZone,
    bool AutomationsOff, DateTimeOffset? AddedAt,
    IReadOnlyList<RecordView>? Records);

/// <summary>What a customer agreed to; null where nothing was said.</summary>
public sealed record ConsentView(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] bool? Email,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] bool? Text, bool Unsubscribed, bool TextStopped, bool EmailBounced);

/// <summary>Where a customer lives by the clock.</summary>
/// <param name="Zones">The time zones the customer may live in, the likeliest first: texts leave
/// only when it is daytime in all of them.</param>
/// <param name="Source">What says so: the field time_zone, the address, the phone number, both, or the company where nothing does.</param>
/// <param name="Unreadable">The field time_zone where it is no time zone; null when it is one, or not there.</param>
public sealed record TimeZoneView(
    IReadOnlyList<string> Zones, ZoneSource Source, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Unreadable);

/// <summary>An estimate, invoice, visit... of a customer.</summary>
public sealed record RecordView(string Type, string Id, string? Status, JsonElement Properties, DateTimeOffset UpdatedAt);
