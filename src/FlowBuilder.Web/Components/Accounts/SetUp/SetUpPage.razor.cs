using FlowBuilder.Application.Accounts;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Auth.Accounts.SetUp;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace FlowBuilder.Web.Components.Accounts.SetUp;

/// <summary>The first page of a new installation; found by the link on the console alone, and not
/// there any more once an account exists.</summary>
public partial class SetUpPage
{
    private bool _open;
    private string? _fault;

    [Parameter] public string Token { get; set; } = "";

    [SupplyParameterFromForm(FormName = "set-up")] private SetUpForm Input { get; set; } = default!;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] public required SetUpLink Link { get; set; }

    [Inject] public required CompanySetup CompanySetup { get; set; }

    [Inject] public required UserManager<AccountRow> Accounts { get; set; }

    [Inject] public required SignInManager<AccountRow> SignIn { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Input ??= new SetUpForm();
        _open = await Link.FitsAsync(Token, Http.RequestAborted);
        if (!_open) Refuse();
    }

    private async Task FoundAsync()
    {
        if (!_open) return;
        _fault = Input.Fault();
        if (_fault is not null) return;
        if (await CompanySetup.FoundAsync(
            new NewCompany(Input.Company, Input.TimeZone, Input.Name, Input.Email, Input.Password), Http.RequestAborted) is not { } owner
            || await Accounts.FindByIdAsync(owner.ToString()) is not { } account)
        {
            Refuse();
            return;
        }

        await SignIn.SignInAsync(account, isPersistent: false);
        Navigation.NavigateTo("/", forceLoad: true);
    }

    /// <summary>A link that is void looks like one that never was.</summary>
    private void Refuse()
    {
        _open = false;
        Http.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
