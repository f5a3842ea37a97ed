namespace FlowBuilder.Storage;

/// <summary>Tags are compared without case; this is the form they are compared in.</summary>
public static class TagKeys
{
    /// <summary>The value of <see cref="Model.Customers.CustomerTagRow.TagKey"/> for a tag.</summary>
    public static string Of(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return tag.ToUpperInvariant();
    }
}
