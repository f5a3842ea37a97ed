using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Api.Tracking.Arrivals;
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
    private int _isGathering;

    [Inject] public required RecentArrivals Book { get; set; }

    [Inject] public required ICompanyCache Companies { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    private IReadOnlyList<Arrival> Shown => _doubtful ? [.. _arrivals.Where(arrival => arrival.Doubts.Count > 0)] : _arrivals;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _company = (await EnterAsync(Right.ChangeCompany)).Company;
        _zone = Companies.Find(_company)?.Zone ?? TimeZoneInfo.Utc;
        _arrivals = Book.Of(_company);
        Book.Changed += OnChanged;
    }

    /// <inheritdoc />
    protected override ValueTask LeaveAsync()
    {
        Book.Changed -= OnChanged;
        return ValueTask.CompletedTask;
    }

    private void OnChanged(CompanyId company)
    {
        if (company == _company && Interlocked.Exchange(ref _isGathering, 1) == 0) _ = ShowAsync();
    }

    private async Task ShowAsync()
    {
        await Task.Delay(Gathering, Clock);
        Volatile.Write(ref _isGathering, 0);
        if (Ended.IsCancellationRequested) return;
        await InvokeAsync(() =>
        {
            _arrivals = Book.Of(_company);
            StateHasChanged();
        });
    }
}
