using System.Collections.Immutable;
using System.Globalization;
using FlowBuilder.Core.Model.Companies;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Settings.Companies;

/// <summary>When the office is open. A day may have several times (a break at noon); a day without any is closed.</summary>
public partial class HoursEditor
{
    private static readonly DayOfWeek[] Days =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday
    ];

    private readonly HashSet<DayOfWeek> _chosen = [];
    private TimeOnly _from = new(8, 0);
    private TimeOnly _to = new(17, 0);

    [Parameter, EditorRequired] public ImmutableArray<OpenHours> Value { get; set; } = [];

    [Parameter] public EventCallback<ImmutableArray<OpenHours>> ValueChanged { get; set; }

    private List<OpenHours> Of(DayOfWeek day) => [.. Value.Where(open => open.Day == day)];

    private void Choose(DayOfWeek day)
    {
        if (!_chosen.Remove(day)) _chosen.Add(day);
    }

    private async Task SetAsync(bool open)
    {
        var others = Value.Where(span => !_chosen.Contains(span.Day));
        await ChangeAsync(open ? others.Concat(_chosen.Select(day => new OpenHours(day, _from, _to))) : others);
        _chosen.Clear();
    }

    private Task ToggleAsync(DayOfWeek day) =>
        ChangeAsync(
            Of(day).Count > 0
                ? Value.Where(open => open.Day != day)
                : Value.Add(new OpenHours(day, new TimeOnly(8, 0), new TimeOnly(17, 0))));

    private Task MoveAsync(DayOfWeek day, int place, object? from, object? to)
    {
        var spans = Of(day);
        spans[place] = spans[place] with { From = Time(from) ?? spans[place].From, To = Time(to) ?? spans[place].To };
        return ReplaceAsync(day, spans);
    }

    private Task AddAsync(DayOfWeek day)
    {
        var spans = Of(day);
        var from = spans[^1].To.AddHours(1);
        spans.Add(new OpenHours(day, from, from.AddHours(1) is var to && to > from ? to : new TimeOnly(23, 59)));
        return ReplaceAsync(day, spans);
    }

    private Task RemoveAsync(DayOfWeek day, int place)
    {
        var spans = Of(day);
        spans.RemoveAt(place);
        return ReplaceAsync(day, spans);
    }

    private Task ReplaceAsync(DayOfWeek day, IEnumerable<OpenHours> spans) =>
        ChangeAsync(Value.Where(open => open.Day != day).Concat(spans));

    private Task ChangeAsync(IEnumerable<OpenHours> hours) => ValueChanged.InvokeAsync([.. hours]);

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static TimeOnly? Time(object? typed) =>
        TimeOnly.TryParse(typed as string, CultureInfo.InvariantCulture, out var time) ? time : null;
}
