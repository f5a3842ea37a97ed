using System.Text;
using System.Text.Encodings.Web;
using FlowBuilder.Runtime.Channels.Email;

namespace FlowBuilder.Web.Auth.AccountEmails;

/// <summary>Writes a letter twice, as text and as simple HTML that every mail program shows. Everything in it is encoded.</summary>
/// <param name="To">One address.</param>
/// <param name="Subject">Made one line.</param>
/// <param name="SignedBy">Who writes: the company, else the product.</param>
/// <param name="Paragraphs">What stands above the link.</param>
internal sealed record EmailText(string To, string Subject, string SignedBy, params string[] Paragraphs)
{
    /// <summary>Words on the link, and where it leads.</summary>
    public (string Label, string Address)? Link { get; init; }

    /// <summary>Small print below the link.</summary>
    public string? Below { get; init; }

    public AccountEmail Write() => new(To, OneLine(Subject), Text(), Html());

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));

    private string Text()
    {
        var text = new StringBuilder();
        foreach (var paragraph in Paragraphs) text.Append(OneLine(paragraph)).Append("\n\n");
        if (Link is { } link) text.Append(link.Label).Append(": ").Append(link.Address).Append("\n\n");
        if (Below is not null) text.Append(OneLine(Below)).Append("\n\n");
        return text.Append(OneLine(SignedBy)).Append('\n').ToString();
    }

    private string Html()
    {
        var html = new StringBuilder(
            "<!DOCTYPE html><html lang=\"en\"><body style=\"margin:0;padding:24px;background:#f5f7f4;color:#1d2a1f;font:16px/1.5 "
                + "system-ui,-apple-system,'Segoe UI',Roboto,sans-serif\">");
        html.Append(
            "<div style=\"max-width:520px;margin:0 auto;padding:28px;background:#ffffff;border:1px solid #dde4dc;border-radius:12px\">");
        foreach (var paragraph in Paragraphs) html.Append("<p style=\"margin:0 0 16px\">").Append(Encoded(paragraph)).Append("</p>");
        if (Link is { } link)
            html.Append(
                "<p style=\"margin:24px 0\"><a style=\"display:inline-block;padding:11px "
                    + "20px;border-radius:8px;background:#2e7d32;color:#ffffff;font-weight:600;text-decoration:none\" href=\"")
                .Append(Encoded(link.Address))
                .Append("\">")
                .Append(Encoded(link.Label))
                .Append(
                    "</a></p><p style=\"margin:0 0 16px;color:#4d5c50;font-size:14px\">If the button does not work, open this address: ")
                .Append(Encoded(link.Address))
                .Append("</p>");
        if (Below is not null)
            html.Append("<p style=\"margin:0 0 16px;color:#4d5c50;font-size:14px\">").Append(Encoded(Below)).Append("</p>");
        return html.Append("<p style=\"margin:0;color:#4d5c50\">").Append(Encoded(SignedBy)).Append("</p></div></body></html>").ToString();
    }

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(OneLine(text));
}
