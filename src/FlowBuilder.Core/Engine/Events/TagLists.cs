using System.Text.Json;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Engine.Events;

/// <summary>Tags as identify calls and people set them. A source's <c>tags</c> list replaces only
/// the tags that source set itself.</summary>
internal static class TagLists
{
    /// <summary>The traits <c>tags</c> (the whole list), <c>add_tags</c> and <c>remove_tags</c>,
    /// each against an older one of the same source that arrives late.</summary>
    public static void Told(Turn turn, CustomerEvent happened, FieldStamp stamp)
    {
        var traits = happened.Properties;
        var mark = new TagMark(happened.Source);
        var changes = new List<(string, Properties)>();
        var stamps = new NameTableEdit<FieldStamp>(turn.Facts.Customer.Stamps);
        if (Read(traits, "tags") is { } whole && Stamped(stamps, "tags", stamp))
        {
            foreach (var (tag, kept) in turn.Facts.Customer.Tags)
                if (kept == mark && !whole.Contains(tag, StringComparer.OrdinalIgnoreCase) && !IsOlder(stamps, tag, stamp))
                    Remove(turn, tag, changes);
            foreach (var tag in whole)
                if (!IsOlder(stamps, tag, stamp)) Add(turn, tag, mark, changes);
        }

        foreach (var tag in Read(traits, "add_tags") ?? [])
            if (Stamped(stamps, Stamping.OfTag(tag), stamp)) Add(turn, tag, mark, changes);
        foreach (var tag in Read(traits, "remove_tags") ?? [])
            if (Stamped(stamps, Stamping.OfTag(tag), stamp)) Remove(turn, tag, changes);
        if (stamps.Done() is var stamped && !ReferenceEquals(stamped, turn.Facts.Customer.Stamps))
            turn.Save(turn.Facts.Customer with { Stamps = Stamping.Kept(turn.Facts.Customer, stamped, turn.Setting.Limits) });
        Changes.Announce(turn, changes, happened, null);
    }

    /// <summary>A person sees and sets all tags.</summary>
    public static void Edited(Turn turn, IReadOnlyCollection<string> whole, Facts before)
    {
        var changes = new List<(string, Properties)>();
        var tidy = whole.Select(NameText.Of).ToList();
        foreach (var (tag, _) in turn.Facts.Customer.Tags)
            if (!tidy.Contains(tag, StringComparer.OrdinalIgnoreCase)) Remove(turn, tag, changes);
        foreach (var tag in tidy)
            if (NameText.Of(tag) is { Length: > 0 } named) Add(turn, named, default, changes);
        Changes.Announce(turn, changes, null, before);
    }

    private static void Add(Turn turn, string tag, TagMark mark, List<(string, Properties)> changes)
    {
        if (turn.Facts.HasTag(tag)) return;
        if (turn.Facts.Customer.Tags.Count >= turn.Setting.Limits.Tags || tag.Length > CustomerLimits.NameLength)
        {
            turn.LeaveOut($"tag “{tag}”");
            return;
        }

        turn.AddTag(tag, mark);
        changes.Add((EventNames.TagAdded, Properties.Of("tag", tag)));
    }

    private static void Remove(Turn turn, string tag, List<(string, Properties)> changes)
    {
        if (!turn.Facts.HasTag(tag)) return;
        changes.Add((EventNames.TagRemoved, Properties.Of("tag", turn.RemoveTag(tag))));
    }

    /// <summary>Sets the stamp unless a newer one of the same source (for this tag, or for the whole list) is there.</summary>
    private static bool Stamped(NameTableEdit<FieldStamp> stamps, string name, FieldStamp stamp)
    {
        if (Traits.IsOlder(stamps, name, stamp) || Traits.IsOlder(stamps, "tags", stamp)) return false;
        if (name.Length <= CustomerLimits.NameLength + 5) stamps.Set(name, stamp);
        return true;
    }

    private static bool IsOlder(NameTableEdit<FieldStamp> stamps, string tag, FieldStamp stamp) =>
        Traits.IsOlder(stamps, Stamping.OfTag(tag), stamp);

    private static List<string>? Read(Properties traits, string name) => traits.Get(name) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray()
            .Where(item => item.ValueKind == JsonValueKind.String)
            .Select(item => NameText.Of(item.GetString()))
            .Where(tag => tag.Length > 0)]
        : null;
}
