using FlowBuilder.Core.Access;
using FlowBuilder.Runtime.Companies;
using FlowBuilder.Web.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Runs;

/// <summary>Who is in which sequence, and what they are at.</summary>
public partial class ActivityPage
{
    private const int PageSize = 50;
    private const int MostSequences = 500;

    private ActivityQuery _query = new();
    private IReadOnlyList<RunLine>? _lines;
    private IReadOnlyList<(Guid Id, string Title)> _sequences = [];
    private Caller? _caller;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private bool _isGated;
    private string _customer = "";
    private string? _older;

    [SupplyParameterFromQuery(Name = "customer")] private string? Customer { get; set; }

    [SupplyParameterFromQuery(Name = "sequence")] private string? Sequence { get; set; }

    [SupplyParameterFromQuery(Name = "state")] private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "before")] private string? Before { get; set; }

    [Inject] private Desk Desk { get; set; } = default!;

    [Inject] private ICompanyShelf Companies { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _query = ActivityQuery.Read(Customer, Sequence, State, Before);
        _customer = _query.Customer;
        _caller = await Desk.EnterAsync(Right.SeeWork);
        if (Companies.Find(_caller.Company) is { } company) (_zone, _isGated) = (company.Zone, company.HoldsSequences);
        await using var context = Desk.Open(_caller);
        var named = await context.Sequences.AsNoTracking().Where(row => row.VersionNumber > 0).OrderBy(row => row.Title).Take(MostSequences).Select(row => new { row.Id, row.Title }).ToListAsync();
        _sequences = [.. named.Select(row => (row.Id, row.Title))];
        var lines = await RunSearch.ReadAsync(context, _query, PageSize + 1, CancellationToken.None);
        _lines = [.. lines.Take(PageSize)];
        _older = lines.Count > PageSize ? (_query with { Before = _lines[^1].Id }).Address() : null;
    }

    private void Find() => Show(_query with { Customer = _customer.Trim() });

    private void ChooseSequence(ChangeEventArgs chosen) => Show(_query with { Sequence = Guid.TryParse(chosen.Value?.ToString(), out var id) ? id : null });

    private void ChooseState(ChangeEventArgs chosen)
    {
        var read = ActivityQuery.Read(null, null, chosen.Value?.ToString(), null);
        Show(_query with { State = read.State, Held = read.Held });
    }

    private void Show(ActivityQuery query) => Navigation.NavigateTo((query with { Before = null }).Address());
}
