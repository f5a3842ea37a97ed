using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Messages;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Templates;

/// <summary>All templates of the company. There are dozens, so they are looked through here and not in the database.</summary>
public partial class TemplatesPage
{
    private IReadOnlyList<TemplateView>? _rows;
    private ILookup<string, TemplateUse>? _uses;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private bool _mayChange;
    private string? _words;
    private string _channel = "";

    [SupplyParameterFromQuery(Name = "q")] private string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "channel")] private string? OfChannel { get; set; }

    [Inject] public required TemplateQueries Templates { get; set; }

    [Inject] public required ICompanyCache Companies { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    private IEnumerable<TemplateView> Shown => _rows!.Where(row =>
        (_channel.Length == 0 || _channel == ChannelInfo.Of(row.Channel).Name)
        && (_words ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(
                word => $"{row.Name} {row.Subject} {row.Key} {string.Join(' ', _uses![row.Key].Select(use => use.Title))}".Contains(
                    word, StringComparison.OrdinalIgnoreCase)));

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var caller = await EnterAsync(Right.SeeWork);
        (_mayChange, _words, _channel) = (caller.May(
            Right.DesignSequences), Query, ChannelInfo.All.Any(known => known.Parts is not null && known.Name == OfChannel)
                ? OfChannel!
                : "");
        _zone = Companies.Find(caller.Company)!.Zone;
        _uses = await Templates.UsesAsync(caller.Company, Ended);
        _rows = await Templates.AllAsync(caller.Company, Ended);
    }

    /// <summary>Puts what is looked for into the address.</summary>
    private void Keep() =>
        Navigation.NavigateTo(
            Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
            {
                ["q"] = string.IsNullOrWhiteSpace(_words) ? null : _words.Trim(), ["channel"] = _channel.Length == 0 ? null : _channel
            }),
            replace: true);

    private string UsedIn(TemplateView row) => _uses![row.Key].ToArray() switch
    {
        [] => "Not used",
        [var only] => only.Title,
        [var first, var second] => $"{first.Title}, {second.Title}",
        [var first, ..] many => $"{first.Title} and {many.Length - 1} more",
    };

    private static string Summary(TemplateView row)
    {
        var text = (ChannelInfo.Of(row.Channel).Parts is { HasSubjectAndDesign: true } ? row.Subject : row.Text) ?? "";
        return text.Length > 90 ? text[..90] + "…" : text;
    }
}
