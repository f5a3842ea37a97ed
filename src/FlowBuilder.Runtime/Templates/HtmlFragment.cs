namespace FlowBuilder.Runtime.Templates;

/// <summary>HTML made by one of our own filters, its values encoded: written out as it is. Templates cannot make one otherwise.</summary>
internal sealed record HtmlFragment(string Html)
{
    public override string ToString() => Html;
}
