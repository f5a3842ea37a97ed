using Bunit;
using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Reading;
using FlowBuilder.Web.Components.Settings.Companies;
using FlowBuilder.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Settings.Companies;

public sealed class The_order_of_day_and_month_is_chosen(ApiHost host) : IClassFixture<ApiHost>
{
    private DayOrder Reads => host.Services.GetRequiredService<ICompanyCache>().Find(new CompanyId(1))!.ReadsDates;

    [Fact]
    public async Task On_the_page_of_the_company_with_an_example_and_back_to_what_is_usual_there()
    {
        await using var screen = await Screen.OpenAsync(host, "owner");
        screen.Services
            .AddSingleton(host.Services.GetRequiredService<SaveCompany>())
            .AddSingleton(host.Services.GetRequiredService<SendingSwitch>());
        var page = screen.Render<CompanyPage>();
        var usual = Reads;
        page.Find("[data-testid=day-order]").GetAttribute("value").ShouldBe("");
        page.FindAll("[data-testid=day-order] option")
            .Select(option => option.TextContent)
            .ShouldBe([
                "as usual in the company's country", "month first: 12/05/2026 is December 5", "day first: 05/12/2026 is December 5"
            ]);

        foreach (var (value, reads) in new[] { ("DayFirst", DayOrder.DayFirst), ("MonthFirst", DayOrder.MonthFirst), ("", usual) })
        {
            await page.Find("[data-testid=day-order]").ChangeAsync(new() { Value = value });
            await page.Find("[data-testid=company-form]").SubmitAsync();
            page.WaitForAssertion(() => page.Markup.ShouldContain("Saved: the order of day and month."));
            Reads.ShouldBe(reads);
            page.Find("[data-testid=day-order]").GetAttribute("value").ShouldBe(value);
        }
    }
}
