using System.Diagnostics.CodeAnalysis;

namespace FlowBuilder.Core.Model.Fields;

/// <summary>What stands under names now: a <see cref="NameTable{T}"/>, or one that is being changed.</summary>
internal interface INamed<T>
{
    /// <summary>How many there are.</summary>
    int Count { get; }

    /// <summary>Whether something stands under a name.</summary>
    bool ContainsKey(string key);

    /// <summary>What stands under a name.</summary>
    bool TryGetValue(string key, [MaybeNullWhen(false)] out T value);
}
