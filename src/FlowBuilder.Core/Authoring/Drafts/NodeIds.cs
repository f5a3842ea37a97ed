using System.Globalization;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Drafts;

/// <summary>
/// Hands out ids for new nodes: the kind and a number, such as <c>wait-12</c>. An id is never handed out twice, nor one that has ever stood
/// in a document of this session: runs of older versions and undone edits still know it.
/// </summary>
public sealed class NodeIds
{
    private const int LongestSalt = 12;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly string _salt;
    private long _last;

    /// <param name="salt">Up to 12 letters and digits that set this session's ids apart from those
    /// of others, earlier and at the same time: <c>wait-x7q-12</c>.</param>
    public NodeIds(string salt = "")
    {
        ArgumentNullException.ThrowIfNull(salt);
        if (salt.Length > LongestSalt || !salt.All(char.IsAsciiLetterOrDigit))
            throw new ArgumentException("A salt has at most 12 letters and digits.", nameof(salt));
        _salt = salt.Length == 0 ? "" : salt + "-";
    }

    /// <summary>A new id for a node of a kind.</summary>
    public string Next(NodeKind kind)
    {
        string id;
        do id = string.Create(CultureInfo.InvariantCulture, $"{NodeKinds.Of(kind).IdWord}-{_salt}{++_last}"); while (!_known.Add(id));
        return id;
    }

    /// <summary>Whether an id can name a node: 1 to 40 of <c>A-Z a-z 0-9 - _</c>.</summary>
    public static bool IsGood(string id) =>
        id is { Length: >= 1 and <= DocumentLimits.NodeId }
        && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    /// <summary>The ids of a document will not be handed out; without a salt the numbers go on behind its highest.</summary>
    internal void Learn(SequenceDocument document)
    {
        foreach (var node in document.Nodes)
        {
            _known.Add(node.Id);
            if (_salt.Length == 0 && NumberOf(node.Id) is { } number && number > _last) _last = number;
        }
    }

    private static long? NumberOf(string id)
    {
        var digits = id.AsSpan(id.LastIndexOf('-') + 1);
        return digits.Length is > 0 and <= 9 && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
