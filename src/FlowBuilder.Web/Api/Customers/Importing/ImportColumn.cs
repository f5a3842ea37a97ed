namespace FlowBuilder.Web.Api.Customers.Importing;

/// <summary>A column of a file and what it becomes.</summary>
/// <param name="Index">Its place, 0 the first.</param>
/// <param name="Header">Its name as written.</param>
/// <param name="Target">A target of <see cref="ImportTargets"/>, or the name of a field of one's own.</param>
/// <param name="Rank">Of several columns with one target the lowest with a value counts.</param>
/// <param name="Group">Columns of one address belong together: <c>home</c>, <c>billing</c>...</param>
public sealed record ImportColumn(int Index, string Header, string Target, int Rank = 0, string Group = "")
{
    /// <summary>Whether it becomes a field of one's own.</summary>
    public bool IsOwn => !ImportTargets.IsKnown(Target);
}
