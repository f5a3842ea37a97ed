using System.Text.RegularExpressions;
using Bunit;
using FlowBuilder.Application.Customers;
using FlowBuilder.Web.Components.Customers;
using FlowBuilder.Web.Tests.Support;
using MudBlazor;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Customers;

/// <summary>No letter is lost in the first moment: neither before the page has come to life nor when the field is entered.</summary>
public sealed class A_customer_is_picked(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task The_field_takes_letters_once_somebody_hears_them()
    {
        // The page as it comes, before its circuit is there; and as it is on a circuit.
        using var browser = await host.SignedInAsync("owner");
        var page = await browser.GetStringAsync(new Uri("/customers/merge", UriKind.Relative), Xunit.TestContext.Current.CancellationToken);
        foreach (var id in (string[])["merge-stays", "merge-goes"])
            Regex.Match(page, $"<input[^>]*id=\"{id}\"[^>]*>").Value.ShouldContain("disabled");
        await using var screen = await Screen.OpenAsync(host, "owner");
        Picker(screen).Find("input").HasAttribute("disabled").ShouldBeFalse();
    }

    [Fact]
    public async Task An_empty_field_is_not_selected_when_it_is_entered_and_a_chosen_name_is()
    {
        await using var screen = await Screen.OpenAsync(host, "owner");
        Picker(screen)
            .FindComponent<MudAutocomplete<CustomerChoice>>().Instance.SelectOnActivation
            .ShouldBeFalse("the selection comes after the first letter, and the next one would write over it");
        Picker(screen, new CustomerChoice(1, "Ann", null))
            .FindComponent<MudAutocomplete<CustomerChoice>>().Instance.SelectOnActivation
            .ShouldBeTrue("what is typed takes the place of the name");
    }

    private static IRenderedComponent<CustomerPicker> Picker(Screen screen, CustomerChoice? chosen = null) =>
        screen.Render<CustomerPicker>(
            picker => picker.Add(one => one.Id, "who").Add(one => one.Label, "Who").Add(one => one.Value, chosen));
}
