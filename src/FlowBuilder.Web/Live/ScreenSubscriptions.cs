namespace FlowBuilder.Web.Live;

/// <summary>
/// What a screen watches, and is seen at, as long as it is shown. A screen may be left while it still waits for its rows: what is begun
/// after that ends at once. Used on the screen's own thread only.
/// </summary>
internal sealed class ScreenSubscriptions : IDisposable
{
    private readonly List<IDisposable> _begun = [];
    private bool _isOver;

    /// <summary>Whether anything is watched.</summary>
    public bool HasBegun => _begun.Count > 0;

    /// <summary>Keeps it until the screen goes.</summary>
    public void Begin(IDisposable one)
    {
        if (_isOver) one.Dispose();
        else _begun.Add(one);
    }

    /// <summary>Ends one before the screen goes.</summary>
    public void End(IDisposable? one)
    {
        if (one is null) return;
        _begun.Remove(one);
        one.Dispose();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _isOver = true;
        foreach (var one in _begun) one.Dispose();
        _begun.Clear();
    }
}
