using System.Collections.Immutable;
using System.Text.Json;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Engine.Events;

/// <summary>
/// What a customer could not take any more (<see cref="CustomerLimits"/>) is told as one event of our own for each event it came with:
/// <i>Limit Reached</i>, with the names of what was left out and why. It stands in the history, and Home counts the customers.
/// </summary>
public static class Overfull
{
    /// <summary>Names told of one event; of more only the number is.</summary>
    private const int Told = 20;

    /// <summary>Announces what the projection of an event, or a person's edit, had to leave out.</summary>
    internal static void Tell(Turn turn, CustomerEvent? origin)
    {
        if (turn.TakeLeftOut() is { Count: > 0 } names) turn.Announce(turn.Own(EventNames.LimitReached, Of(names), origin));
    }

    /// <summary>Whether an action's effects would not all fit: the step's failure in words. What is left out is announced.</summary>
    internal static string? Refuses(Turn turn, Enrollment run, ImmutableArray<Effect> effects)
    {
        foreach (var effect in effects)
            if (Beyond(turn, effect) is ({ } name, { } because))
            {
                turn.Announce(turn.OwnOf(run, EventNames.LimitReached, Of([name])));
                return because;
            }

        return null;
    }

    /// <summary>A person's edit that the customer cannot take; null when it fits.</summary>
    internal static string? Refuses(Facts facts, CustomerLimits limits, Properties? fields, IReadOnlyCollection<string>? tags)
    {
        if (tags is not null
            && tags.Count > limits.Tags
            && tags.Distinct(StringComparer.OrdinalIgnoreCase).Count() is var count
            && count > Math.Max(limits.Tags, facts.Customer.Tags.Count))
            return $"A customer can have {limits.Tags:N0} tags, and this would make {count:N0}. Leave some out.";
        return fields is not null && FirstBeyond(facts.Customer.Fields, fields, limits) is { } beyond ? FieldWords(beyond, limits) : null;
    }

    /// <summary>The first of the fields, in the order of their names, that would not fit into those
    /// there are; null when all do. For doors that know the customer.</summary>
    public static string? FirstBeyond(Properties now, Properties fields, CustomerLimits limits)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(limits);
        var room = new PropertyAllowance(now, fields, limits.Fields, limits.FieldBytes);
        var then = new PropertiesEdit(now, fields.Members.Count);
        foreach (var (name, value) in fields.InOrder)
        {
            if (Traits.IsNoField(name)) continue;
            if (value.ValueKind == JsonValueKind.Null)
            {
                room.Gives(then, name);
                then.Remove(name);
            }
            else if (room.Takes(then, name, value))
            {
                then.Set(name, value);
            }
            else
            {
                return name;
            }
        }

        return null;
    }

    private static (string? Name, string? Because) Beyond(Turn turn, Effect effect)
    {
        var (facts, limits) = (turn.Facts, turn.Setting.Limits);
        switch (effect)
        {
            case Effect.AddTag add when !facts.HasTag(add.Tag) && facts.Customer.Tags.Count >= limits.Tags:
                return
                    ($"tag “{add.Tag}”",
                     $"The customer already has {facts.Customer.Tags.Count:N0} tags, the most a customer can have. Remove some, then the "
                         + $"tag “{add.Tag}” can be added.");
            case Effect.SetField set when !Fits(facts, limits, set.Field, set.Value):
                return (set.Field, FieldWords(set.Field, limits));
            case Effect.SetStatus status when !Fits(facts, limits, "status", JsonSerializer.SerializeToElement(status.Status)):
                return ("status", FieldWords("status", limits));
            case Effect.AssignTo { Candidates.Count: > 0 } assign when assign.Candidates.Any(
                person => !Fits(facts, limits, "assigned_to", JsonSerializer.SerializeToElement(person.Id))):
                return ("assigned_to", FieldWords("assigned_to", limits));
            case Effect.CreateToDo when facts.Records.Count >= limits.Records:
                return
                    ("todo",
                     $"The customer already has {facts.Records.Count:N0} records (estimates, visits, to-dos...), the most a customer can "
                         + $"have, so no to-do can be added.");
            default:
                return default;
        }
    }

    private static bool Fits(Facts facts, CustomerLimits limits, string field, JsonElement value) =>
        value.ValueKind == JsonValueKind.Null || Traits.IsNoField(field)
        || new PropertyAllowance(facts.Customer.Fields, Properties.Of(field, value), limits.Fields, limits.FieldBytes)
            .Takes(facts.Customer.Fields.Named, field, value);

    /// <summary>Why a field is refused, and what to do.</summary>
    public static string FieldWords(string field, CustomerLimits limits)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(limits);
        return
            $"The field “{(field.Length > 60 ? field[..60] + "…" : field)}” does not fit: a customer can have {limits.Fields:N0} fields "
                + $"with names of up to {CustomerLimits.NameLength} characters, and {limits.FieldBytes / 1024:N0} KB in all. Clear fields "
                + $"that are not needed.";
    }

    private static Properties Of(IReadOnlyList<string> names) =>
        Properties.Of(
            "names", names.Take(Told).Select(name => name.Length > CustomerLimits.NameLength ? name[..CustomerLimits.NameLength] : name))
            .With("count", names.Count);
}
