namespace FlowBuilder.Runtime.Html;

/// <summary>What one of our own filters made for a place of its own, its values encoded: written
/// there as it is. Templates cannot make one otherwise.</summary>
/// <param name="Html">In HTML.</param>
/// <param name="Plain">In words without markup.</param>
/// <param name="Source">The value it was made of, to be encoded anew for other places.</param>
internal sealed record HtmlFragment(string Html, string Plain, string Source)
{
    public override string ToString() => Plain;
}

/// <summary>A value encoded for an address by <c>url_encode</c>: not encoded again where it stands in one.</summary>
internal sealed record UrlFragment(string Encoded)
{
    public override string ToString() => Encoded;
}

/// <summary>A value written as JSON by <c>json</c>: written as it is where a JSON value stands.</summary>
internal sealed record JsonFragment(string Json)
{
    public override string ToString() => Json;
}
