namespace FlowBuilder.Web.Api.Sequences;

/// <summary>Orders of the list.</summary>
internal enum SequenceSort
{
    /// <summary>Newest change first.</summary>
    Updated,

    /// <summary>By title.</summary>
    Title,
}
