using FlowBuilder.Application.Lists;
using FlowBuilder.Application.Mending;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Web.Components.Elements;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Settings.Status;

/// <summary>What was set aside, with what can be done about it. Shown only when there is something.</summary>
public partial class ParkedCard
{
    private const int Shown = 50;

    [Inject] public required ParkedInputReader Reading { get; set; }

    private IReadOnlyList<(long Id, ParkedInputView View)> _rows = [];
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private string? _said;
    private bool _good;
    private bool _busy;
    private long? _asked;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    private static string Sentence(ParkedInputView row) => char.ToUpperInvariant(row.Words[0]) + row.Words[1..] + ".";

    private string GiveUpWord(long id) => _asked == id ? "Discard for good" : "Discard";

    private async Task ReadAsync()
    {
        var caller = await EnterAsync(Right.MendWork);
        _zone = Companies.Find(caller.Company)?.Zone ?? TimeZoneInfo.Utc;
        _rows = await Reading.ReadAsync(caller.Company, new IdRange(long.MaxValue, Shown), Ended);
    }

    private async Task TryAgainAsync(long id)
    {
        var caller = await EnterAsync(Right.MendWork);
        (_busy, _asked) = (true, null);
        var answer = await Inputs.TryAgainAsync(caller, id, Uninterrupted.Token);
        (_busy, _good, _said) =
            (false, answer is not TurnAnswer.Refused, answer is TurnAnswer.Refused refused ? refused.Because : "It was done.");
        await ReadAsync();
    }

    private async Task GiveUpAsync(long id)
    {
        var caller = await EnterAsync(Right.MendWork);
        if (_asked != id)
        {
            _asked = id;
            return;
        }

        (_busy, _asked) = (true, null);
        var gone = await Inputs.GiveUpAsync(caller, id, Uninterrupted.Token);
        (_busy, _good, _said) = (false, gone, gone ? "It was discarded." : "It no longer exists.");
        await ReadAsync();
    }
}
