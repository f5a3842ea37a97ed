using System.Text;

namespace FlowBuilder.Runtime.Liquid.Places;

/// <summary>
/// Reads HTML letter by letter, as a browser's tokenizer does (WHATWG HTML, 13.2.5), to know where the next letter would stand.
/// Used on what has been written when a value comes, and on a template when it is looked over.
/// <para>Text, a tag's name, between attributes, an attribute's name, behind it, before its value, in a value with quotes or without, a
/// comment, or a text that knows no tags (<c>style</c>, <c>title</c>); each letter moves on to the next.</para>
/// </summary>
internal sealed class HtmlPlaceReader
{
    private static readonly string[] Raw = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"];

    private readonly StringBuilder _name = new();
    private readonly StringBuilder _attribute = new();
    private readonly StringBuilder _value = new();
    private readonly StringBuilder _tail = new();
    private bool _closes;
    private char _quote;

    internal enum Place
    {
        Text, TagStart, TagName, BetweenAttributes, AttributeName, BehindName, BeforeValue, Quoted, Unquoted, Declaration, Comment, RawText
    }

    /// <summary>Where the next letter would stand.</summary>
    internal Place Now { get; private set; }

    /// <summary>The tag it stands in, or whose text it stands in, in small letters.</summary>
    internal string Tag => _name.ToString();

    /// <summary>Whether that tag is a closing one.</summary>
    internal bool Closes => _closes;

    /// <summary>The attribute it stands in, in small letters.</summary>
    internal string Attribute => _attribute.ToString();

    /// <summary>The attribute's value so far, as written.</summary>
    internal StringBuilder Value => _value;

    internal void Begin()
    {
        Now = Place.Text;
        _name.Clear();
        _attribute.Clear();
        _value.Clear();
        _tail.Clear();
        _closes = false;
    }

    internal void Read(char letter)
    {
        switch (Now)
        {
            case Place.Text:
                if (letter == '<') Now = Place.TagStart;
                break;
            case Place.TagStart:
                Start(letter);
                break;
            case Place.TagName:
                if (letter == '>') EndTag();
                else if (letter == '/' || IsBlank(letter)) Now = Place.BetweenAttributes;
                else _name.Append(char.ToLowerInvariant(letter));
                break;
            case Place.BetweenAttributes:
            case Place.BehindName:
                Between(letter);
                break;
            case Place.AttributeName:
                if (letter == '>') EndTag();
                else if (letter == '/') Now = Place.BetweenAttributes;
                else if (letter == '=') Now = Place.BeforeValue;
                else if (IsBlank(letter)) Now = Place.BehindName;
                else _attribute.Append(char.ToLowerInvariant(letter));
                break;
            case Place.BeforeValue:
                if (IsBlank(letter)) break;
                _value.Clear();
                if (letter is '"' or '\'') (Now, _quote) = (Place.Quoted, letter);
                else if (letter == '>') EndTag();
                else
                {
                    Now = Place.Unquoted;
                    _value.Append(letter);
                }

                break;
            case Place.Quoted:
                if (letter == _quote) Now = Place.BetweenAttributes;
                else _value.Append(letter);
                break;
            case Place.Unquoted:
                if (letter == '>') EndTag();
                else if (IsBlank(letter)) Now = Place.BetweenAttributes;
                else _value.Append(letter);
                break;
            case Place.Declaration:
                Declare(letter);
                break;
            case Place.Comment:
                Tail(letter);
                if (letter == '>' && (Ends("-->") || Ends("--!>"))) Now = Place.Text;
                break;
            case Place.RawText:
                Tail(letter);
                if ((letter is '>' or '/' || IsBlank(letter)) && Ends($"</{_name}{letter}"))
                {
                    _closes = true;
                    if (letter == '>') Now = Place.Text;
                    else Now = Place.BetweenAttributes;
                }

                break;
        }
    }

    private void Start(char letter)
    {
        if (letter == '/' && !_closes)
        {
            _closes = true;
            return;
        }

        if (char.IsAsciiLetter(letter))
        {
            _name.Clear().Append(char.ToLowerInvariant(letter));
            Now = Place.TagName;
            return;
        }

        var declares = letter is '!' or '?' || (_closes && letter != '>');
        _closes = false;
        _tail.Clear();
        Now = declares ? Place.Declaration : letter == '<' ? Place.TagStart : Place.Text;
    }

    private void Declare(char letter)
    {
        if (_tail.Length < 2) _tail.Append(letter);
        if (_tail.Length == 2 && _tail[0] == '-' && _tail[1] == '-') Now = Place.Comment;
        else if (letter == '>') Now = Place.Text;
    }

    private void Between(char letter)
    {
        if (letter == '>') EndTag();
        else if (letter == '=' && Now == Place.BehindName) Now = Place.BeforeValue;
        else if (letter == '/') Now = Place.BetweenAttributes;
        else if (!IsBlank(letter))
        {
            _attribute.Clear().Append(char.ToLowerInvariant(letter));
            Now = Place.AttributeName;
        }
    }

    private void EndTag()
    {
        Now = !_closes && Raw.Contains(Tag, StringComparer.Ordinal) ? Place.RawText : Place.Text;
        _closes = false;
        _tail.Clear();
    }

    private void Tail(char letter)
    {
        _tail.Append(char.ToLowerInvariant(letter));
        if (_tail.Length > 64) _tail.Remove(0, 32);
    }

    private bool Ends(string with)
    {
        if (_tail.Length < with.Length) return false;
        for (var i = 0; i < with.Length; i++)
            if (_tail[_tail.Length - with.Length + i] != with[i]) return false;
        return true;
    }

    private static bool IsBlank(char letter) => letter is ' ' or '\t' or '\n' or '\r' or '\f';
}
