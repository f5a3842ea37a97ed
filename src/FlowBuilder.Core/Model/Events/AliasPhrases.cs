using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Core.Model.Events;

/// <summary>What an alias did, for the history.</summary>
public static class AliasPhrases
{
    private const string Mark = "kept_apart";
    private const string Other = "joined";

    /// <summary>Both ids belong to customers who are known: they are not joined without a person
    /// asking for it. The other's id is not kept: it would outlive that person's erasing.</summary>
    public static Properties KeptApart { get; } = Properties.Of(Mark, true);

    /// <summary>Two known customers become one because a person asks for it. It stands in the
    /// survivor's history, where both are one person and are erased together.</summary>
    /// <param name="who">The other, as <see cref="Name"/> has it.</param>
    public static Properties Joined(string who) => Properties.Of(Other, who);

    /// <summary>A customer by name and by the id of the sender's system, as far as they differ.</summary>
    public static string Name(string name, string? userId) =>
        string.IsNullOrEmpty(userId) || userId == name ? name : name.Length == 0 ? userId : $"{name} ({userId})";

    /// <summary>Whether the ids of an alias stayed two.</summary>
    public static bool IsKeptApart(Properties properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        return properties.Flag(Mark) == true;
    }

    /// <summary>Whom a person joined to this customer; null where it was no person's doing.</summary>
    public static string? WhoJoined(Properties properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        return properties.Text(Other);
    }

    /// <summary>A line of the history; null where the alias did what it says.</summary>
    public static string? Of(Properties properties) =>
        IsKeptApart(properties)
        ? "Not merged with the other id: both belong to known customers. Merge them by hand if they are the same person."
        : WhoJoined(properties) is { } who ? $"Merged with {who}, who was also a customer: someone said they are the same person."
        : null;
}
