using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Core.Model.Customers;

/// <summary>
/// How much more an object of properties may take. Members are offered one after the other; each is taken or refused by what is there
/// already, so the same members in the same order always end the same. What gets smaller is always taken. Sizes are those of the JSON as it
/// is kept (<see cref="Properties.ToJson"/>), so that a value read back weighs what it weighed before.
/// </summary>
internal sealed class PropertyAllowance
{
    private readonly int _most;
    private readonly int _bytes;
    private readonly bool _ample;
    private int _size;

    /// <param name="known">What is there.</param>
    /// <param name="told">What will be offered, at most.</param>
    /// <param name="most">Members there may be.</param>
    /// <param name="bytes">Bytes they may take as JSON.</param>
    public PropertyAllowance(Properties known, Properties told, int most, int bytes)
    {
        (_most, _bytes) = (most, bytes);
        _ample = known.Members.Count + told.Members.Count <= most && AtMost(known) + AtMost(told) <= bytes
            && HasShortNames(told);
        if (!_ample) _size = Encoding.UTF8.GetByteCount(known.ToJson());
    }

    /// <summary>Everything that will be offered fits.</summary>
    public bool IsAmple => _ample;

    /// <summary>Whether the value may be set; it then counts as set.</summary>
    public bool Takes(INamed<JsonElement> now, string name, JsonElement value)
    {
        if (_ample) return true;
        var isKnown = now.TryGetValue(name, out var old);
        if (!isKnown && (now.Count >= _most || name.Length > CustomerLimits.NameLength)) return false;
        var size = _size + SizeOf(name, value) - (isKnown ? SizeOf(name, old) : 0);
        if (size > _bytes && size > _size) return false;
        _size = size;
        return true;
    }

    /// <summary>A member goes.</summary>
    public void Gives(INamed<JsonElement> now, string name)
    {
        if (!_ample && now.TryGetValue(name, out var old)) _size -= SizeOf(name, old);
    }

    /// <summary>Bytes of one member as JSON, its comma included.</summary>
    private static int SizeOf(string name, JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WritePropertyName(name);
        value.WriteTo(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenCount - 1;
    }

    private static bool HasShortNames(Properties told)
    {
        foreach (var (name, _) in told.InOrder)
            if (name.Length > CustomerLimits.NameLength) return false;
        return true;
    }

    /// <summary>Never less than the size, and cheap: no character takes more than six bytes as JSON
    /// for each byte it has been sent in.</summary>
    private static long AtMost(Properties properties)
    {
        var size = 2L;
        foreach (var (name, value) in properties.InOrder) size += 4 + 6L * (name.Length + JsonMarshal.GetRawUtf8Value(value).Length);
        return size;
    }
}
