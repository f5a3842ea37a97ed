using System.Text.Json;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Core.Engine.Events;

/// <summary>Fields of a customer as identify and group calls, people and actions set them. Only what really changes is announced.</summary>
internal static class Traits
{
    /// <summary>An identify call.</summary>
    public static void Told(Turn turn, CustomerEvent happened, bool isNew = false)
    {
        var stamp = new FieldStamp(happened.Source, happened.At);
        if (happened.Properties.Members.TryGetValue("time_zone", out var zone)) Unreadable.Tell(turn, happened, "time_zone", zone);
        Changes.Announce(turn, Set(turn, happened.Properties, stamp, !isNew), happened, null);
        TagLists.Told(turn, happened, stamp);
    }

    /// <summary>A group call: <c>group.*</c> fields.</summary>
    public static void OfGroup(Turn turn, CustomerEvent happened)
    {
        Changes.Announce(
            turn, Set(turn, GroupFields.Of(happened.Properties), new FieldStamp(happened.Source, happened.At), true), happened, null);
    }

    /// <summary>A person edits fields; the first announcement carries <paramref name="before"/>,
    /// since no event from outside tells of the change.</summary>
    public static void Edited(Turn turn, Properties fields, Facts before)
    {
        var isNew = turn.Facts.Customer.AddedAt is null;
        if (isNew)
        {
            turn.Save(turn.Facts.Customer with { AddedAt = turn.Now });
            turn.Announce(turn.Own(EventNames.CustomerAdded, Properties.Empty), before);
        }

        Changes.Announce(turn, Set(turn, fields, new FieldStamp(CustomerEvent.OwnSource, turn.Now), !isNew), null, before);
    }

    /// <summary>The <i>Field Changed</i> of an action is carried out: its <c>field</c> becomes its
    /// <c>to</c>. False: it was so already.</summary>
    public static bool SetByAction(Turn turn, CustomerEvent happened, string field)
    {
        var value = happened.Properties.Members.TryGetValue("to", out var to) ? to : default(JsonElement?);
        return Set(turn, Properties.Of(field, value), new FieldStamp(happened.Source, happened.At), true).Count > 0;
    }

    /// <summary>What <i>Field Changed</i> tells.</summary>
    public static Properties Change(string field, object? from, object? to) =>
        Properties.Of(("field", field), ("from", from), ("to", to));

    /// <summary>Sets the fields and answers with what is to be told of it; of a customer nobody knew yet nothing is.</summary>
    private static IReadOnlyList<(string Name, Properties Change)> Set(Turn turn, Properties traits, FieldStamp stamp, bool tells)
    {
        var customer = turn.Facts.Customer;
        var consent = customer.Consent;
        var count = traits.Members.Count;
        var (fields, stamps) = (new PropertiesEdit(customer.Fields, count), new NameTableEdit<FieldStamp>(customer.Stamps, count));
        List<(string, Properties)>? changes = null;
        var limits = turn.Setting.Limits;
        var reads = turn.Facts.Reads;
        var room = new PropertyAllowance(customer.Fields, traits, limits.Fields, limits.FieldBytes);
        // In the order of their names, so that the same call always announces in the same order.
        foreach (var (member, told) in traits.InOrder)
        {
            var name = member;
            if (name is "tags" or "add_tags" or "remove_tags" or OptIn.Member or ImportedNo.Member || IsOlder(stamps, name, stamp))
                continue;
            if (name is "email_consent" or "sms_consent")
            {
                stamps.Set(name, stamp);
                var before = name == "email_consent" ? consent.Email : consent.Text;
                bool? flag = told.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };
                consent = name == "email_consent" ? consent with { Email = flag } : consent with { Text = flag };
                if (before != flag) (changes ??= []).Add((EventNames.FieldChanged, Change(name, before, flag)));
                continue;
            }

            var value = Clean(name, told);
            if (AddressParts.Merge(fields, name, value) is { } address) (name, value) = ("address", address);
            var old = fields.Get(name);
            var isSame = Same(old, value);
            if (value.ValueKind == JsonValueKind.Null)
            {
                if (name.Length > CustomerLimits.NameLength && !fields.ContainsKey(name)) continue;
                room.Gives(fields, name);
            }
            else if (!isSame && !room.Takes(fields, name, value))
            {
                turn.LeaveOut(name);
                continue;
            }

            stamps.Set(name, stamp);
            if (isSame) continue;
            var isUnchanged = Comparison.Unchanged(old, value, reads);
            if (value.ValueKind == JsonValueKind.Null) fields.Remove(name);
            else fields.Set(name, value);
            if (isUnchanged) continue;
            if (tells) (changes ??= []).Add((EventNames.FieldChanged, Change(name, old, value)));
        }

        var (set, stamped) = (fields.Done(), stamps.Done());
        if (ReferenceEquals(stamped, customer.Stamps) && ReferenceEquals(set, customer.Fields) && consent == customer.Consent) return [];
        customer = customer with { Fields = set, Consent = consent };
        turn.Save(customer with { Stamps = Stamping.Kept(customer, stamped, limits) });
        return tells && changes is not null ? changes : [];
    }

    /// <summary>Traits that are no fields: tags, consent and a person's word about it.</summary>
    internal static bool IsNoField(string name) =>
        name is "tags" or "add_tags" or "remove_tags" or "email_consent" or "sms_consent" or OptIn.Member or ImportedNo.Member;

    /// <summary>Of one source an older value never replaces a newer one, in whatever order they arrive.</summary>
    internal static bool IsOlder(INamed<FieldStamp> stamps, string name, FieldStamp stamp) =>
        stamps.TryGetValue(name, out var known) && known.Source == stamp.Source && known.At > stamp.At;

    private static bool Same(JsonElement? old, JsonElement value) =>
        old is { } known ? JsonElement.DeepEquals(known, value) : value.ValueKind == JsonValueKind.Null;

    private static JsonElement Clean(string name, JsonElement value) =>
        name is "name" or "first_name" or "last_name"
            && value.ValueKind == JsonValueKind.String
            && value.GetString() is { } text
            && text.AsSpan().IndexOfAny('\r', '\n') >= 0
            ? JsonSerializer.SerializeToElement(text.ReplaceLineEndings(" "))
            : value;
}
