namespace FlowBuilder.Web.Components.Reviews.Dialogs;

/// <summary>Who is asked to decide.</summary>
/// <param name="Person">Id; empty: nobody any more.</param>
/// <param name="Note">What to know.</param>
internal sealed record AskedColleague(string Person, string Note)
{
    public const int LongestNote = 1_000;
}
