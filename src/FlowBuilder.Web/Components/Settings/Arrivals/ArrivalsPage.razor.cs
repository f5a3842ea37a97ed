using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Api.Tracking.Arrivals;
using FlowBuilder.Web.Auth.Access;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Settings.Arrivals;

/// <summary>Settings, System, What arrives: live, and nothing happens while nothing arrives.</summary>
public partial class ArrivalsPage
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(250);
    private CompanyId _company;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private IReadOnlyList<Arrival> _arrivals = [];
    private bool _doubtful;
    private bool _isGone;
    private int _isGathering;

    [Inject] private ScreenSession ScreenSession { get; set; } = default!;

    [Inject] private RecentArrivals Book { get; set; } = default!;

    [Inject] private ICompanyCache Companies { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    private IReadOnlyList<Arrival> Shown => _doubtful ? [.. _arrivals.Where(arrival => arrival.Doubts.Count > 0)] : _arrivals;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _company = (await ScreenSession.EnterAsync(Right.ChangeCompany)).Company;
        _zone = Companies.Find(_company)?.Zone ?? TimeZoneInfo.Utc;
        _arrivals = Book.Of(_company);
        Book.Changed += OnChanged;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _isGone = true;
        Book.Changed -= OnChanged;
        GC.SuppressFinalize(this);
    }

    private void OnChanged(CompanyId company)
    {
        if (company == _company && Interlocked.Exchange(ref _isGathering, 1) == 0) _ = ShowAsync();
    }

    private async Task ShowAsync()
    {
        await Task.Delay(Gathering, Clock);
        Volatile.Write(ref _isGathering, 0);
        if (_isGone) return;
        await InvokeAsync(() =>
        {
            _arrivals = Book.Of(_company);
            StateHasChanged();
        });
    }
}
