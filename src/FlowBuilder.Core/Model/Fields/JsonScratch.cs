using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace FlowBuilder.Core.Model.Fields;

/// <summary>
/// Room in which small JSON texts are written one after the other, so that a text costs no more than itself. Whoever writes has it to
/// themselves: it is taken from its place (a field of the thread) and put back at the end.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The writer writes into memory: there is nothing to give back.")]
public sealed class JsonScratch
{
    /// <summary>One huge text must not hold its room for ever.</summary>
    private const int MostKept = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _writer;

    private JsonScratch(JsonWriterOptions options) => _writer = new Utf8JsonWriter(_buffer, options);

    /// <summary>Takes the room from its place, or makes one.</summary>
    public static JsonScratch Take(ref JsonScratch? place, JsonWriterOptions options = default)
    {
        var scratch = place ?? new JsonScratch(options);
        place = null;
        return scratch;
    }

    /// <summary>A writer for a text from its beginning.</summary>
    public Utf8JsonWriter Begin()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        return _writer;
    }

    /// <summary>The text that was written; the room goes back to its place.</summary>
    public string End(ref JsonScratch? place)
    {
        _writer.Flush();
        var json = Encoding.UTF8.GetString(_buffer.WrittenSpan);
        Return(ref place);
        return json;
    }

    /// <summary>The value that was written; the room goes back to its place.</summary>
    public JsonElement EndElement(ref JsonScratch? place)
    {
        _writer.Flush();
        var element = JsonElement.Parse(_buffer.WrittenSpan);
        Return(ref place);
        return element;
    }

    private void Return(ref JsonScratch? place) => place = _buffer.Capacity > MostKept ? null : this;
}
