using Bunit;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Api.Customers.Importing;
using FlowBuilder.Web.Components.Customers.Importing;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Customers.Importing;

public sealed class Columns_of_a_file_are_chosen
{
    [Fact]
    public async Task In_a_table_that_shows_what_was_understood()
    {
        var sheet = ImportFile.Read(
            "E-mail Address,Gate Code,,Photo\na@x.example,4711,,x\nb@x.example,,,\n", Xunit.TestContext.Current.CancellationToken);
        var plan = new ImportPlan { Sheet = sheet, Columns = ColumnNames.Guess(sheet.Header), Events = [], Errors = [] };
        await using var screen = new BunitContext();
        (string Column, string Target)? chosen = null;
        var table = screen.Render<ImportColumnsTable>(
            parameters => parameters.Add(one => one.Plan, plan).Add(one => one.OnChoose, choice => chosen = choice));

        table.FindAll("[data-testid=import-column]").Count.ShouldBe(3);
        table.Find("[data-testid=import-becomes-0]").GetAttribute("value").ShouldBe("email");
        table.Find("[data-testid=import-becomes-1]").GetAttribute("value").ShouldBe("Gate Code");
        table.Find("[data-testid=import-becomes-3]").GetAttribute("value").ShouldBe("");
        table.Markup.ShouldContain("a@x.example · b@x.example");

        await table.Find("[data-testid=import-becomes-1]").ChangeAsync(new() { Value = "status" });
        chosen.ShouldBe(("Gate Code", "status"));
    }
}
