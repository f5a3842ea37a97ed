using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace FlowBuilder.Runtime.Liquid.Places;

/// <summary>Encodes a value for the place of an HTML text it is written to: words, an attribute
/// with quotes or without, an address, a style.</summary>
internal static class HtmlPlace
{
    /// <summary>The value, safe behind what <paramref name="before"/> has read.</summary>
    /// <param name="value">What is written.</param>
    /// <param name="before">Where it stands.</param>
    /// <param name="isEncoded">Whether it was made for an address already.</param>
    internal static string Encode(string value, HtmlPlaceReader before, bool isEncoded = false) => before.Now switch
    {
        HtmlPlaceReader.Place.Text or HtmlPlaceReader.Place.Comment or HtmlPlaceReader.Place.Declaration =>
            HtmlEncoder.Default.Encode(value),
        // “<” and a value are no tag.
        HtmlPlaceReader.Place.TagStart => " " + HtmlEncoder.Default.Encode(value),
        HtmlPlaceReader.Place.RawText => before.Tag is "title" or "textarea" ? HtmlEncoder.Default.Encode(value) : "",
        HtmlPlaceReader.Place.Quoted =>
            HtmlEncoder.Default.Encode(InAttribute(value, before.Attribute, before.Value.ToString(), isEncoded)),
        HtmlPlaceReader.Place.Unquoted => EncodeAll(InAttribute(value, before.Attribute, before.Value.ToString(), isEncoded)),
        HtmlPlaceReader.Place.BeforeValue => EncodeAll(InAttribute(value, before.Attribute, "", isEncoded)),
        // Neither tags nor attributes come out of a value.
        _ => "",
    };

    private static string InAttribute(string value, string attribute, string before, bool isEncoded) =>
        attribute.StartsWith("on", StringComparison.Ordinal) || attribute == "srcdoc" ? ""
        : attribute == "style" ? InStyle(value)
        : AddressPlace.Holds(attribute) ? AddressPlace.Encode(value, WebUtility.HtmlDecode(before), isEncoded)
        : value;

    // What a colour, a size or a font is made of; nothing that begins another rule or loads something.
    private static string InStyle(string value) =>
        string.Concat(value.Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '#' or '%' or '.' or '-' or '_' or ','));

    // Without quotes around it a blank would end the attribute and begin the next one.
    private static string EncodeAll(string value)
    {
        var text = new StringBuilder(value.Length * 2);
        foreach (var rune in value.EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune)) text.Append(rune);
            else text.Append(CultureInfo.InvariantCulture, $"&#{rune.Value};");
        return text.ToString();
    }
}
