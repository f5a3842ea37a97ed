using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Settings.AuditLog;

/// <summary>The audit log: filters and place stand in the address.</summary>
public partial class AuditLogPage
{
    private AuditQuery _query = new();
    private AuditChoices? _choices;
    private AuditPageOfLines? _page;
    private Company? _company;

    [SupplyParameterFromQuery(Name = "person")] private string? Person { get; set; }

    [SupplyParameterFromQuery(Name = "kind")] private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "q")] private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "until")] private string? Until { get; set; }

    [SupplyParameterFromQuery(Name = "before")] private string? Before { get; set; }

    [Inject] public required AuditPageReader Reading { get; set; }

    [Inject] public required ICompanyCache Companies { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    private long? BeforeLine =>
        long.TryParse(Before, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var line)
            ? line
            : null;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var caller = await EnterAsync(Right.SeeAuditLog);
        _company = Companies.Find(caller.Company);
        _query = AuditQuery.Read(Person, Kind, Text, From, Until);
        _choices = await Reading.ChoicesAsync(caller.Company, Ended);
        _page = await Reading.ReadAsync(caller.Company, _query.In(_company!.Zone), BeforeLine, Ended);
    }

    private void Show(AuditQuery query) => Navigation.NavigateTo(query.Address(AuditQuery.PageAddress));
}
