using System.Text;
using FlowBuilder.Application.Access;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Web.Api.Customers.Importing;
using FlowBuilder.Web.Components.Elements;
using FlowBuilder.Web.Hosting.RequestBodies;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace FlowBuilder.Web.Components.Customers.Importing;

/// <summary>A file is chosen, its columns are looked over, its problems are shown by row, and then it is stored whole.</summary>
public partial class ImportPage
{
    private readonly Dictionary<string, string> _wanted = new(StringComparer.Ordinal);
    private ImportSheet? _sheet;
    private ImportPlan? _plan;
    private string? _fileName;
    private string? _fault;
    private string? _done;
    private string? _doneMore;
    private bool _busy;

    [Inject] public required ImportPlanning Planning { get; set; }

    [Inject] public required ImportBox Box { get; set; }

    private string Problems =>
        _plan!.BadRows > 0 ? $"{_plan.BadRows:N0} row{(_plan.BadRows == 1 ? "" : "s")} cannot be imported" : "The file cannot be imported";

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() => await EnterAsync(Right.ChangeCustomers);

    private Task ReadAsync(InputFileChangeEventArgs chosen) => BusyAsync(async caller =>
    {
        (_sheet, _plan, _fault, _done) = (null, null, null, null);
        _wanted.Clear();
        _fileName = chosen.File.Name;
        if (chosen.File.Size > ImportFile.MaxBytes)
        {
            _fault = $"The file is larger than {ImportFile.MaxBytes / (1024 * 1024)} MB. Split it into several files.";
            return;
        }

        try
        {
            await using var file = chosen.File.OpenReadStream(ImportFile.MaxBytes);
            _sheet = await ImportFile.ReadAsync(file, Ended);
        }
        catch (DecoderFallbackException)
        {
            _fault = "The file is in a text format that would give wrong letters. Save it as “CSV UTF-8” and choose it again.";
            return;
        }
        catch (BodyTooLargeException)
        {
            _fault = $"The file is larger than {ImportFile.MaxBytes / (1024 * 1024)} MB. Split it into several files.";
            return;
        }

        if (_sheet.Header.Count == 0)
        {
            _fault = _sheet.Errors.Count > 0
                ? ImportText.Of(_sheet.Errors[0])
                : "The file is empty. It needs a first row with the names of its columns.";
            _sheet = null;
            return;
        }

        _plan = await Planning.PlanAsync(_sheet, _wanted, caller, Ended);
    });

    private Task ChooseAsync((string Column, string Target) choice) => BusyAsync(async caller =>
    {
        _wanted[choice.Column] = choice.Target;
        _plan = await Planning.PlanAsync(_sheet!, _wanted, caller, Ended);
    });

    private Task StoreAsync() => BusyAsync(async caller =>
    {
        // Meanwhile somebody may have changed who has an address.
        var plan = await Planning.PlanAsync(_sheet!, _wanted, caller, Ended);
        if (!plan.IsUsable || plan.Errors.Count > _plan!.Errors.Count)
        {
            _plan = plan;
            return;
        }

        await Box.StoreAsync(caller, plan.Events, Uninterrupted.Token);
        _done = $"{ImportText.Customers(plan.Events.Count)} imported";
        _doneMore = ImportText.After(plan);
        (_plan, _sheet) = (null, null);
    });

    private async Task BusyAsync(Func<Caller, Task> act)
    {
        if (_busy) return;
        _busy = true;
        try
        {
            await act(await EnterAsync(Right.ChangeCustomers));
        }
        finally
        {
            _busy = false;
        }
    }
}
