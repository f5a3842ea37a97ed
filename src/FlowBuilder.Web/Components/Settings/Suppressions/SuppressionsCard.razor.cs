using System.Globalization;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Suppressions;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Web.Api.Suppressions;
using FlowBuilder.Web.Components.Elements;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;

namespace FlowBuilder.Web.Components.Settings.Suppressions;

/// <summary>The list of suppressions under Settings &gt; Sending.</summary>
public partial class SuppressionsCard
{
    private const int AtOnce = 50;
    private readonly List<SuppressionView> _shown = [];
    private IReadOnlyList<SuppressionView>? _lines;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private string? _typed;
    private SuppressionReason? _reason;
    private bool _isFiltered;
    private bool _hasMore;
    private bool _busy;
    private bool _isGood;
    private string? _said;

    [Inject] public required SuppressionReader Reading { get; set; }

    [Inject] public required ISuppressionList List { get; set; }

    [Inject] public required SuppressionCsv Files { get; set; }

    [Inject] public required ICompanyCache Companies { get; set; }

    [Inject] public required IDialogService Dialogs { get; set; }

    private static IReadOnlyList<SuppressionReason> Reasons { get; } =
        [
            SuppressionReason.Unsubscribed, SuppressionReason.Stopped, SuppressionReason.Bounced, SuppressionReason.Complaint,
            SuppressionReason.ByHand, SuppressionReason.InDoubt
        ];

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _zone = Companies.Find((await EnterAsync(Right.StopSending)).Company)!.Zone;
        await ReadAsync(again: true);
    }

    private async Task ReadAsync(bool again)
    {
        var caller = await EnterAsync(Right.StopSending);
        if (again) _shown.Clear();
        (DateTimeOffset, SuppressionId)? after = _shown.Count > 0 && SuppressionId.TryParse(_shown[^1].Id, out var last)
            ? (_shown[^1].At, last)
            : null;
        var filter = new SuppressionFilter(null, _reason, string.IsNullOrWhiteSpace(_typed) ? null : _typed);
        var page = await Reading.PageAsync(caller.Company, filter, after, AtOnce + 1, Ended);
        (_hasMore, _isFiltered) = (page.Count > AtOnce, filter != new SuppressionFilter());
        _shown.AddRange(page.Take(AtOnce));
        _lines = [.. _shown];
    }

    private Task SearchAsync() => BusyAsync(() => ReadAsync(again: true));

    private Task MoreAsync() => BusyAsync(() => ReadAsync(again: false));

    private static string Many(Channel channel) => Capitals.First(ChannelInfo.Of(channel).Many);

    private Task AddAsync() => BusyAsync(async () =>
    {
        var caller = await EnterAsync(Right.StopSending);
        var channel = ChannelAddresses.ChannelOf(_typed!);
        _isGood = await List.AddByHandAsync(
            caller.Company, channel, _typed!, SuppressionReason.ByHand, $"added by {caller.Name}", caller.Actor, Uninterrupted.Token);
        _said = _isGood ? "It is on the list: nothing will be sent there anymore."
            : channel == Channel.Email
            ? "This is not an email address. Write it like ann@example.com."
            : "This is not a phone number. Enter it the way your customers do, or start with + and the country code.";
        if (_isGood) await ReadAsync(again: true);
    });

    private Task TakeOffAsync(SuppressionView line) => BusyAsync(async () =>
    {
        var sure = await Dialogs.ShowMessageBoxAsync(
            "Remove it from the list?", line.Reason is SuppressionReason.Unsubscribed or SuppressionReason.Stopped
                ? "Someone said no from this address. Contacting it again may be against the law unless the person told you they want it. "
                    + "The audit log records who removed it."
                : "Messages can go there again. The audit log records who removed it.", yesText: "Remove it", cancelText: "Keep it");
        if (sure != true || !SuppressionId.TryParse(line.Id, out var id)) return;
        var caller = await EnterAsync(Right.StopSending);
        _isGood = await List.TakeOffAsync(caller.Company, id, caller.Actor, Uninterrupted.Token);
        _said = _isGood ? "It was removed from the list." : "It was already removed.";
        await ReadAsync(again: true);
    });

    private Task ConfirmAsync(SuppressionView line) => BusyAsync(async () =>
    {
        if (!SuppressionId.TryParse(line.Id, out var id)) return;
        var caller = await EnterAsync(Right.StopSending);
        _isGood = await List.ConfirmAsync(caller.Company, id, caller.Actor, Uninterrupted.Token);
        _said = _isGood ? "It counts as a no." : "Someone has already decided.";
        await ReadAsync(again: true);
    });

    private Task ImportAsync(InputFileChangeEventArgs chosen) => BusyAsync(async () =>
    {
        _isGood = false;
        if (chosen.File.Size > SuppressionCsv.MaxBytes)
        {
            _said = $"The file is larger than {SuppressionCsv.MaxBytes / (1024 * 1024)} MB. Split it.";
            return;
        }

        var caller = await EnterAsync(Right.StopSending);
        using var bytes = new MemoryStream();
        await using (var file = chosen.File.OpenReadStream(SuppressionCsv.MaxBytes)) await file.CopyToAsync(bytes);
        bytes.Position = 0;
        var errors = new List<FieldError>();
        var lines = await Files.ReadAsync(bytes, Companies.Find(caller.Company)!, errors, Ended);
        if (errors.Count > 0)
        {
            _said =
                $"Nothing was imported. "
                    + $"{string.Join(" ", errors.Take(5).Select(error => $"{Capital(error.Field)} {error.Message}"))}{(errors.Count > 5 ? $" And {errors.Count - 5} more." : "")}";
            return;
        }

        var added = await List.ImportAsync(caller.Company, lines, caller.Actor, Uninterrupted.Token);
        (_isGood, _said) =
            (true, string.Create(CultureInfo.InvariantCulture, $"{lines.Count:N0} addresses were read, {added:N0} of them new."));
        await ReadAsync(again: true);
    });

    private static string Capital(string field) =>
        field == "$" ? "The file" : string.Concat(char.ToUpperInvariant(field[0]).ToString(), field.AsSpan(1));

    private async Task BusyAsync(Func<Task> act)
    {
        if (_busy) return;
        _busy = true;
        try
        {
            await act();
        }
        finally
        {
            _busy = false;
        }
    }
}
