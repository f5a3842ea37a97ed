using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Core.Model.Events;

/// <summary>What an alias did, for the history.</summary>
public static class AliasWords
{
    private const string Mark = "kept_apart";

    /// <summary>Both ids belong to customers who are known: they are not joined without a person asking for it. The other's id is not kept: it would outlive that person's erasing.</summary>
    public static Properties KeptApart { get; } = Properties.Of(Mark, true);

    /// <summary>A line of the history; null where the alias did what it says.</summary>
    public static string? Of(Properties properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        return properties.Flag(Mark) == true ? "Not joined with the other id: both belong to known customers. Join them by hand if they are one person." : null;
    }
}
