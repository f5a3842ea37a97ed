using FlowBuilder.Core.Model.Events;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Triggers.Customers;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Testing.Pure.Draw;

namespace FlowBuilder.Core.Tests.Engine.Events;

/// <summary>Cases R13, R14, O02.</summary>
public sealed class Fields_that_did_not_change
{
    private readonly PureEngine _engine = new();

    [Fact]
    public void Another_spelling_of_the_same_value_is_no_change()
    {
        var customer = _engine.Customer();
        customer.Identify(new { score = 5, plan = "Gold", areas = new[] { "front", "back" } });
        var before = customer.Raised.Count;

        customer.Identify(new { score = "5" });
        customer.Identify("""{"score":5.0}""");
        customer.Identify(new { score = "5 ", plan = "gold" });
        customer.Identify(new { plan = " GOLD", areas = new[] { "Front", "back " } });

        customer.Raised.Count.ShouldBe(before);
        customer.Facts.Customer.Fields.Text("plan").ShouldBe(" GOLD");
    }

    [Theory]
    [InlineData("""{"v":5}""", """{"v":6}""")]
    [InlineData("""{"v":["a","b"]}""", """{"v":["b","c"]}""")]
    [InlineData("""{"v":["a"]}""", """{"v":"a"}""")]
    [InlineData("""{"v":"2026-05-01"}""", """{"v":"2026-05-01T10:00:00Z"}""")]
    [InlineData("""{"v":"02134"}""", """{"v":"2134"}""")]
    [InlineData("""{"v":{"a":1}}""", """{"v":{"a":2}}""")]
    public void Another_value_is_one(string first, string second)
    {
        var customer = _engine.Customer();
        customer.Identify(first);
        var before = customer.Raised.Count;

        customer.Identify(second);

        customer.Raised.Count.ShouldBe(before + 1);
    }

    [Fact]
    public void Field_changed_fires_once_for_gold()
    {
        _engine.Publish(When(new FieldChanged { Field = "plan", To = System.Text.Json.JsonSerializer.SerializeToElement("gold") })
            .Then(new AddNote { Text = "gold" }));
        var customer = _engine.Customer();

        customer.Identify(new { plan = "Gold" });
        customer.Identify(new { plan = "gold" });

        customer.Runs().Count().ShouldBe(1);
    }

    [Fact]
    public void Parts_of_an_address_are_merged()
    {
        var customer = _engine.Customer();
        customer.Identify(new { address = new { street = "1 Main St", city = "Hull", state = "MA", postal_code = "02045" } });

        customer.Identify(new { address = new { city = "Boston" } });
        customer.Identify("""{"address":{"street":null}}""");
        customer.Identify("""{"address.postal_code":"02108"}""");

        customer.Facts.Customer.Fields
            .Get("address")!.Value.GetRawText()
            .ShouldBe("""{"state":"MA","city":"Boston","postal_code":"02108"}""");
        customer.Identify("""{"address":null}""");
        customer.Facts.Customer.Fields.Get("address").ShouldBeNull();
    }

    [Fact]
    public void A_tag_is_one_however_its_accents_are_composed()
    {
        var customer = _engine.Customer();

        customer.Identify(new { add_tags = new[] { "caf\u00e9", "cafe\u0301" } });
        customer.Tags.ShouldBe(["caf\u00e9"]);
        customer.Facts.HasTag("cafe\u0301").ShouldBeTrue();
        customer.Identify(new { remove_tags = new[] { "cafe\u0301" } });

        customer.Tags.ShouldBeEmpty();
    }

    [Fact]
    public void A_time_zone_a_date_and_an_amount_nobody_can_read_are_told()
    {
        var customer = _engine.Customer();
        customer.Identify(new { time_zone = "Mars/Phobos" });
        customer.Track("Visit Added", new { visit_id = "V1", start_at = "soon" });
        customer.Track("Estimate Sent", new { estimate_id = "E1", total = "1,2,5,0" });
        customer.Track("Estimate Sent", new { estimate_id = "E2", total = "$1.250,00" });

        customer.Rows.Events.Where(one => one.Name == EventNames.NotUnderstood).Select(one => ChangePhrases.Of(one.Name, one.Properties))
            .ShouldBe([
                "Not understood: “Mars/Phobos”, the time_zone, is not a time zone", "Not understood: “soon”, the start_at, is not a date",
                "Not understood: “1,2,5,0”, the total, is not a number"
            ]);
    }
}
