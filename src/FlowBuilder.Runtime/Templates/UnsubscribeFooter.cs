using System.Text.Encodings.Web;
using FlowBuilder.Core.Model.Companies;

namespace FlowBuilder.Runtime.Templates;

/// <summary>The lines under a marketing email whose template has no unsubscribe link of its own:
/// who sends it, from where, and the way out.</summary>
internal static class UnsubscribeFooter
{
    internal static string AddToHtml(string html, Company company, string url)
    {
        var encode = HtmlEncoder.Default;
        var footer =
            $"<p style=\"margin:24px 0 0;font-size:12px;color:#666\">{encode.Encode(Sender(company))}<br><a "
                + $"href=\"{encode.Encode(url)}\">Unsubscribe</a></p>";
        var body = html.LastIndexOf("</body", StringComparison.OrdinalIgnoreCase);
        return body < 0 ? html + footer : html.Insert(body, footer);
    }

    internal static string AddToText(string text, Company company, string url) =>
        $"{text.TrimEnd()}\n\n--\n{Sender(company)}\nUnsubscribe: {url}\n";

    private static string Sender(Company company) =>
        string.IsNullOrWhiteSpace(company.Address) ? company.Name : $"{company.Name}, {company.Address}";
}
