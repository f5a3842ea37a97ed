using System.Collections;
using System.Text;
using System.Text.Json;
using FlowBuilder.Runtime.Html;

namespace FlowBuilder.Runtime.Liquid.Data;

/// <summary>Writes what a text may say as JSON: scalars, lists, and whole objects such as <c>customer</c>.</summary>
internal static class LiquidJson
{
    /// <summary>Deeper ones are written as null.</summary>
    private const int Deepest = 20;

    internal static string Write(object? value, LiquidContext context)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes)) Write(writer, value, context, 0);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void Write(Utf8JsonWriter writer, object? value, LiquidContext context, int depth)
    {
        context.Work.Charge(2);
        if (writer.BytesCommitted + writer.BytesPending > 4 * LiquidOutput.Limit) throw new LiquidException(LiquidOutput.TooLong);
        switch (value)
        {
            case null or LiquidBlank:
            case var _ when depth > Deepest:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long or int or decimal or double or float:
                writer.WriteRawValue(JsonSerializer.Serialize(value, value.GetType()));
                break;
            case JsonFragment made:
                writer.WriteRawValue(made.Json);
                break;
            case FieldView view:
                writer.WriteStartObject();
                foreach (var name in view.GetMembers())
                {
                    writer.WritePropertyName(name);
                    Write(writer, view.Member(name), context, depth + 1);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable list and not string:
                writer.WriteStartArray();
                foreach (var member in list) Write(writer, member, context, depth + 1);
                writer.WriteEndArray();
                break;
            default:
                var text = context.ObjectToString(value) ?? "";
                context.Work.ChargeText(text.Length, 4);
                writer.WriteStringValue(text.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text);
                break;
        }
    }
}
