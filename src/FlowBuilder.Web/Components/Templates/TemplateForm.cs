using System.Globalization;
using System.Text;
using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Reading;
using FlowBuilder.Storage.Model;

namespace FlowBuilder.Web.Components.Templates;

/// <summary>What stands on a template's form at the moment.</summary>
internal sealed class TemplateForm
{
    /// <summary>The most a browser may send of one text at once; larger ones come by API and are only shown.</summary>
    public const int LongestText = 60_000;

    public string Name { get; set; } = "";

    public Channel Channel { get; set; }

    public Purpose Purpose { get; set; }

    public string? Subject { get; set; }

    public string? Html { get; set; }

    public string? Text { get; set; }

    public bool HasSubjectAndDesign => ChannelInfo.Of(Channel).Parts is { HasSubjectAndDesign: true };

    /// <summary>Where a test of it goes.</summary>
    public ChannelAddress? Address => ChannelInfo.Of(Channel).Address;

    public string AddressLabel => Capitals.First(Address?.Word ?? "address");

    /// <summary>Too large for the editor.</summary>
    public bool IsTooLarge => Html?.Length > LongestText || Text?.Length > LongestText;

    public void Fill(string name, Channel channel, Purpose purpose, string? subject, string? html, string? text) =>
        (Name, Channel, Purpose, Subject, Html, Text) = (name, channel, purpose, subject, html, text);

    public void Fill(TemplateView row) => Fill(row.Name, row.Channel, row.Purpose, row.Subject, row.Html, row.Text);

    public void Fill(TemplateRevision row) => Fill(row.Name, row.Channel, row.Purpose, row.Subject, row.Html, row.Text);

    /// <summary>As it would be saved: a text message has neither subject nor HTML.</summary>
    public TemplateVersion Read(CompanyId company, string key, int revision = 0) => new()
    {
        Company = company, Key = key, Revision = revision, Name = Name.Trim(), Channel = Channel, Purpose = Purpose,
        Subject = HasSubjectAndDesign ? Subject : null, Html = HasSubjectAndDesign && !string.IsNullOrWhiteSpace(Html) ? Html : null,
        Text = string.IsNullOrWhiteSpace(Text) ? null : Text,
    };

    /// <summary>A key made of a name: “Welcome, with an offer!” becomes <c>welcome-with-an-offer</c>.</summary>
    public static string KeyOf(string name)
    {
        var key = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter)) key.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && key.Length > 0 && key[^1] != '-')
                key.Append('-');
        }

        var made = key.ToString().Trim('-');
        return made.Length == 0 ? "template" : made[..Math.Min(made.Length, Lengths.TemplateKey - 5)].Trim('-');
    }
}
