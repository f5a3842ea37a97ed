using Bunit;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Web.Components.Settings.AuditLog;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Settings.AuditLog;

public sealed class Audit_filters : BunitContext
{
    private static readonly AuditChoices Choices = new(
        [("user:lena", "Lena"), ("key:7", "Website")], [("company", "Company settings"), ("sequence", "Sequences")]);

    [Fact]
    public void What_is_chosen_is_asked_for_when_the_form_is_sent()
    {
        AuditQuery? asked = null;
        var filters = Render<AuditFilters>(
            parameters => parameters.Add(one => one.Choices, Choices)
                .Add(one => one.Query, new AuditQuery())
                .Add(one => one.OnQuery, query => asked = query));
        filters.FindAll("[data-testid=audit-clear]").ShouldBeEmpty();
        filters.Find("[data-testid=audit-person]").TextContent.ShouldContain("Website (key)");
        filters.Find("[data-testid=audit-text]").Change("  hours ");
        filters.Find("[data-testid=audit-person]").Change("user:lena");
        filters.Find("[data-testid=audit-kind]").Change("company");
        filters.Find("[data-testid=audit-from]").Change("2026-01-01");
        filters.Find("form").Submit();
        asked.ShouldBe(new AuditQuery("user:lena", "company", "hours", new DateOnly(2026, 1, 1)));
        asked!.Address(AuditQuery.PageAddress, 12)
            .ShouldBe("/settings/audit-log?person=user%3Alena&kind=company&q=hours&from=2026-01-01&before=12");
    }

    [Fact]
    public void The_filters_of_the_address_stand_in_the_form_and_can_be_taken_away()
    {
        AuditQuery? asked = null;
        var filters = Render<AuditFilters>(
            parameters => parameters.Add(one => one.Choices, Choices)
                .Add(one => one.Query, AuditQuery.Read("key:7", "sequence", "x", "2026-05-01", "2026-04-01"))
                .Add(one => one.OnQuery, query => asked = query));
        filters.Find("[data-testid=audit-text]").GetAttribute("value").ShouldBe("x");
        filters.Find("[role=alert]").TextContent.ShouldContain("“From” is after “Until”");
        filters.Find("[data-testid=audit-clear]").Click();
        asked!.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Days_begin_and_end_where_the_company_is()
    {
        var search =
            AuditQuery.Read(null, null, null, "2026-03-08", "2026-03-08").In(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));
        search.From.ShouldBe(new DateTimeOffset(2026, 3, 8, 5, 0, 0, TimeSpan.Zero));
        search.Until.ShouldBe(new DateTimeOffset(2026, 3, 9, 4, 0, 0, TimeSpan.Zero));
    }
}
