using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Web.Components.Elements;
using FlowBuilder.Web.Components.Sequences.Protection;
using FlowBuilder.Web.Components.Settings.Channels;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using MudBlazor;

namespace FlowBuilder.Web.Components.Templates;

/// <summary>One template: written, looked at, tested, saved. What is typed is checked and shown a moment after the last key.</summary>
public partial class TemplatePage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly TemplateForm _form = new();
    private Caller? _caller;
    private TemplateVersion? _loaded;
    private TemplateVersion? _shown;
    private TemplateView? _overtaken;
    private IReadOnlyList<TemplateFinding> _findings = [];
    private IReadOnlyList<TemplateUse> _uses = [];
    private HashSet<Guid> _guards = [];
    private CustomerChoice? _customer;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private string _target = "template-html";
    private string? _state;
    private bool _stateIsGood;
    private bool _mayChange;
    private bool _missing;
    private bool _busy;
    private bool _hasText;
    private int _revision;
    private int _keys;

    [Parameter] public string? Key { get; set; }

    [Inject] public required ICompanyCache Companies { get; set; }

    [Inject] public required SequenceGuard Sequences { get; set; }

    [Inject] public required TemplateQueries Templates { get; set; }

    [Inject] public required SaveTemplate Saving { get; set; }

    [Inject] public required ITemplateCheck Check { get; set; }

    [Inject] public required TemplatePreviews Previews { get; set; }

    [Inject] public required SendTestMessage Tests { get; set; }

    [Inject] public required IDialogService Dialogs { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required IJSRuntime Browser { get; set; }

    private bool IsNew => Key is null;

    private bool IsLocked => !_mayChange || _form.IsTooLarge;

    private string Title => IsNew ? "New template" : _loaded?.Name ?? "Template";

    private bool HasChanges => _mayChange && _caller is not null && _loaded != Draft();

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var caller = await EnterAsync(IsNew ? Right.DesignSequences : Right.SeeWork);
        _mayChange = caller.May(Right.DesignSequences);
        _zone = Companies.Find(caller.Company)!.Zone;
        if (!IsNew)
        {
            if (await Templates.FindAsync(caller.Company, Key!, Ended) is not { } row)
            {
                _missing = true;
                return;
            }

            _guards = [.. (await Templates.GuardsAsync(caller.Company, row.Key, Ended)).Select(one => one.Id.Value)];
            _uses = [.. (await Templates.UsesAsync(caller.Company, Ended))[row.Key]];
            Load(row, caller);
        }

        _caller = caller;
        _loaded ??= Draft();
        Look();
    }

    private void Load(TemplateView row, Caller caller)
    {
        _form.Fill(row);
        _hasText = !string.IsNullOrWhiteSpace(row.Text);
        _revision = row.Revision;
        _loaded = _form.Read(caller.Company, row.Key);
    }

    private TemplateVersion Draft() => _form.Read(_caller!.Company, Key ?? "new");

    private async Task ChangedAsync()
    {
        var mine = ++_keys;
        _state = null;
        await Task.Delay(Pause);
        if (mine == _keys) Look();
    }

    /// <summary>A new and still empty form is not scolded.</summary>
    private void Look()
    {
        _shown = Draft();
        _findings = IsNew && _shown == _loaded ? [] : [.. NameFinding(), .. Check.Check(_shown)];
    }

    private IEnumerable<TemplateFinding> NameFinding() =>
        string.IsNullOrWhiteSpace(_form.Name) ? [new TemplateFinding("name", 0, "Give the template a name.")] : [];

    private Task SaveAsync() => SaveAsync(_revision);

    private async Task SaveAsync(int basedOn)
    {
        if (_busy) return;
        _caller = await EnterAsync(Right.DesignSequences);
        _keys++;
        (_shown, _findings) = (Draft(), [.. NameFinding(), .. Check.Check(Draft())]);
        if (_findings.Count > 0)
        {
            (_stateIsGood, _state) = (false, "Not saved: fix the problems first.");
            return;
        }

        _busy = true;
        try
        {
            if (IsNew) await CreateAsync(_caller);
            else await ReplaceAsync(_caller, basedOn);
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task CreateAsync(Caller caller)
    {
        var key = TemplateForm.KeyOf(_form.Name);
        for (var number = 1; number < 100; number++)
        {
            var free = number == 1 ? key : $"{key}-{number}";
            var answer = await SaveAsync(_form.Read(caller.Company, free), 0);
            if (answer is TemplateAnswer.Guarded guarded)
            {
                Refuse(guarded);
                return;
            }

            if (answer is not TemplateAnswer.Saved) continue;
            _loaded = Draft();
            Navigation.NavigateTo($"settings/templates/{free}");
            return;
        }

        (_stateIsGood, _state) = (false, "Not saved: there are too many templates with this name. Choose another name.");
    }

    private async Task ReplaceAsync(Caller caller, int basedOn)
    {
        switch (await SaveAsync(Draft(), basedOn))
        {
            case TemplateAnswer.Guarded guarded:
                Refuse(guarded);
                break;
            case TemplateAnswer.Saved saved:
                (_revision, _loaded, _overtaken, _stateIsGood, _state) =
                    (saved.Revision, Draft(), null, true, $"Saved as revision {saved.Revision}.");
                break;
            case TemplateAnswer.Stale:
                _overtaken = await Templates.FindAsync(caller.Company, Key!, Ended);
                break;
            case TemplateAnswer.Refused refused:
                _findings = refused.Findings;
                break;
        }
    }

    /// <summary>Saves; whoever sends it and is protected is asked about first.</summary>
    private Task<TemplateAnswer> SaveAsync(TemplateVersion template, int basedOn) =>
        Sequences.ActAsync(
            Right.DesignSequences,
            (caller, key) => Saving.SaveAsync(caller.Company, template, basedOn, key, caller.Actor, Uninterrupted.Token),
            answer => (answer as TemplateAnswer.Guarded)?.By, "This sequence sends the template. To change it for its customers,");

    private void Refuse(TemplateAnswer.Guarded guarded) =>
        (_stateIsGood, _state) =
            (false,
             $"Not saved: {string.Join(", ", guarded.By.Sequences.Select(one => $"“{one.Title}”"))} "
                 + $"{(guarded.By.Sequences.Length == 1 ? "sends this template and is" : "send this template and are")} protected. Save "
                 + $"again and give the password.");

    private Task KeepMineAsync() => _overtaken is { } theirs ? SaveAsync(theirs.Revision) : Task.CompletedTask;

    private void TakeTheirs()
    {
        if (_overtaken is not { } theirs || _caller is not { } caller) return;
        Load(theirs, caller);
        (_overtaken, _state) = (null, null);
        Look();
    }

    private async Task RestoreAsync(TemplateRevision revision)
    {
        await EnterAsync(Right.DesignSequences);
        var sure = await Dialogs.ShowMessageBoxAsync(
            $"Restore revision {revision.Revision}?",
            "The template goes back to what it said then. The current revision stays in the list.", yesText: "Restore",
            cancelText: "Cancel");
        if (sure != true) return;
        _form.Fill(revision);
        await SaveAsync();
    }

    private Task<TestAnswer> TestAsync(string to) => TestAsync(to, _customer is { } chosen ? new CustomerId(chosen.Id) : null);

    private async Task<TestAnswer> TestAsync(string to, CustomerId? customer)
    {
        var caller = await EnterAsync(Right.DesignSequences);
        return await Previews.RenderAsync(caller, Draft(), customer, Ended) switch
        {
            Rendering.Done done => await Tests.SendAsync(
                caller, new TestMessage(_form.Channel, to, $"a test of the template “{_form.Name.Trim()}”", "template.test")
                {
                    Subject = _form.HasSubjectAndDesign ? $"[Test] {done.Subject}" : null, Html = done.Html, Text = done.Text,
                    AuditSubject = Key,
                }, Uninterrupted.Token),
            Rendering.Failed failed => new TestAnswer(false, failed.Because),
            _ => new TestAnswer(false, "There is nothing to send yet."),
        };
    }

    private Task InsertAsync(string field) =>
        Browser.InvokeVoidAsync("flowbuilder.insert", _form.HasSubjectAndDesign ? _target : "template-text", field).AsTask();

    private Task GoToAsync(TemplateFinding finding) =>
        Browser.InvokeVoidAsync("flowbuilder.goToLine", $"template-{finding.Field}", finding.Line).AsTask();

    private async Task LeaveAsync(LocationChangingContext leaving)
    {
        if (!HasChanges) return;
        var leave = await Dialogs.ShowMessageBoxAsync(
            "Leave without saving?", "What you wrote is not saved yet.", yesText: "Leave", cancelText: "Stay");
        if (leave != true) leaving.PreventNavigation();
    }
}
