namespace FlowBuilder.Core.Steps.Json;

/// <summary>Collects what is wrong with a JSON text; keeps the first 100, so that a hostile text cannot fill the memory.</summary>
public sealed class FieldErrors
{
    /// <summary>More errors than this are not kept.</summary>
    public const int Most = 100;

    private readonly List<FieldError> _errors = [];

    /// <summary>What was found so far, in reading order.</summary>
    public IReadOnlyList<FieldError> All => _errors;

    public bool Any => Count > 0;

    /// <summary>How many were found, those not kept included.</summary>
    public int Count { get; private set; }

    /// <summary>Notes an error. Codes in use: <c>not-json too-large too-deep null-character lone-surrogate too-long
    /// duplicate-member unknown-member required wrong-type wrong-format invalid-value unknown-step wrong-step</c>.</summary>
    public void Add(string field, string code, string message)
    {
        Count++;
        if (_errors.Count < Most) _errors.Add(new FieldError(field, code, message));
    }

    internal void WrongType(string field, string expected) => Add(field, "wrong-type", $"must be {expected}.");
}
