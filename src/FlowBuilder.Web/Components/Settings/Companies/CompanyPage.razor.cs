using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Time;
using FlowBuilder.Web.Components.Elements;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace FlowBuilder.Web.Components.Settings.Companies;

/// <summary>The company's settings on one form. Two people may have it open at once; see <see cref="SaveCompany"/>.</summary>
public partial class CompanyPage
{
    private readonly CompanyForm _form = new();
    private CompanyDraft? _loaded;
    private IReadOnlyList<FieldFault> _faults = [];
    private DateOnly _today;
    private bool _busy;
    private string? _state;
    private string _stateClass = "state";

    [Inject] public required ICompanyCache Companies { get; set; }

    [Inject] public required SaveCompany Saving { get; set; }

    [Inject] public required ProductClock Clock { get; set; }

    [Inject] public required IDialogService Dialogs { get; set; }

    private bool HasChanges =>
        _loaded is { } loaded && CompanySetting.All.Any(setting => !setting.IsSame(loaded, CompanyCheck.Tidy(_form.Read())));

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var caller = await EnterAsync(Right.ChangeCompany);
        Load(CompanyDraft.Of(Companies.Find(caller.Company)!));
        _today = DateOnly.FromDateTime(LocalClock.Local(Clock.Now, Companies.Find(caller.Company)!.Zone));
    }

    private void Load(CompanyDraft draft)
    {
        _loaded = draft;
        _form.Fill(draft);
    }

    private async Task SaveAsync()
    {
        if (_loaded is not { } loaded || _busy) return;
        var caller = await EnterAsync(Right.ChangeCompany);
        (_busy, _faults, _state) = (true, [], null);
        try
        {
            Take(loaded, await Saving.SaveAsync(caller.Company, loaded, _form.Read(), caller.Actor, Uninterrupted.Token));
        }
        finally
        {
            _busy = false;
        }
    }

    private void Take(CompanyDraft loaded, CompanyAnswer answer)
    {
        switch (answer)
        {
            case CompanyAnswer.Saved saved:
                Load(saved.Current);
                (_stateClass, _state) =
                    ("state good", saved.Changed.Count == 0 ? "There was nothing to save." : $"Saved: {string.Join(", ", saved.Changed)}.");
                break;
            case CompanyAnswer.Refused refused:
                (_faults, _stateClass, _state) = (refused.Faults, "state bad", "Nothing was saved yet. Check the marked fields.");
                break;
            case CompanyAnswer.Overtaken overtaken:
                // What this person did not touch follows; what both touched stays as typed, and a second saving means it.
                var typed = _form.Read();
                Load(overtaken.Current);
                _form.Fill(CompanySetting.All
                    .Where(setting => !setting.IsSame(loaded, CompanyCheck.Tidy(typed)))
                    .Aggregate(overtaken.Current, (draft, setting) => setting.Take(draft, typed)));
                (_faults, _stateClass, _state) =
                    (overtaken.Differences, "state bad",
                     "Nothing was saved: someone else saved first. Save again to keep what you typed, or undo your changes.");
                break;
        }
    }

    private void Undo()
    {
        if (_loaded is { } loaded) _form.Fill(loaded);
        (_faults, _state) = ([], null);
    }

    private async Task LeaveAsync(LocationChangingContext leaving)
    {
        if (!HasChanges) return;
        var leave = await Dialogs.ShowMessageBoxAsync(
            "Leave without saving?", "Your changes on this page are not saved yet.", yesText: "Leave", cancelText: "Stay");
        if (leave != true) leaving.PreventNavigation();
    }

    private Task<IEnumerable<string>> ZonesAsync(string typed, CancellationToken cancellation) =>
        Task.FromResult(TimeZones.Find(typed == ZoneWords(_form.TimeZone) ? "" : typed));

    private string ZoneWords(string? zone) => string.IsNullOrEmpty(zone) ? "" : TimeZones.Words(zone, Clock.Now);
}
