using FlowBuilder.Core.Engine.Messages;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Model.Whereabouts;

namespace FlowBuilder.Core.Tests.Model.Whereabouts;

/// <summary>Cases T02, T03.</summary>
public sealed class Where_a_customer_lives
{
    private static readonly Company NewYork = new() { Id = new CompanyId(1), Name = "Green" };

    [Theory]
    [InlineData("""{"time_zone":"PST","phone":"+12125550100"}""", "America/Los_Angeles", ZoneSource.Field)]
    [InlineData("""{"address":{"state":"CA"},"phone":"415-555-2671"}""", "America/Los_Angeles", ZoneSource.Address)]
    [InlineData("""{"address":{"state":"California"}}""", "America/Los_Angeles", ZoneSource.Address)]
    [InlineData("""{"address":{"state":"us-ca"}}""", "America/Los_Angeles", ZoneSource.Address)]
    [InlineData("""{"address":{"postal_code":"94110"}}""", "America/Los_Angeles", ZoneSource.Address)]
    [InlineData("""{"address":{"postal_code":"2134-1234"}}""", "America/New_York", ZoneSource.Address)]
    [InlineData("""{"address":{"state":"TX","postal_code":"79901"}}""", "America/Denver", ZoneSource.Address)]
    [InlineData("""{"address":{"state":"TX","postal_code":"75001"}}""", "America/Chicago", ZoneSource.Address)]
    [InlineData("""{"address":{"state":"FL","postal_code":"32501"}}""", "America/Chicago", ZoneSource.Address)]
    [InlineData("""{"address":{"country":"Germany"}}""", "Europe/Berlin", ZoneSource.Address)]
    [InlineData("""{"address":{"country":"DE","postal_code":"80331"}}""", "Europe/Berlin", ZoneSource.Address)]
    [InlineData("""{"address":{"country":"AU","state":"WA"}}""", "Australia/Perth", ZoneSource.Address)]
    [InlineData("""{"address":{"state":"WA"}}""", "America/Los_Angeles", ZoneSource.Address)]
    [InlineData("""{"address":{"state":"BC","postal_code":"V6B 1A1"}}""", "America/Vancouver", ZoneSource.Address)]
    [InlineData("""{"address":{"postal_code":"T2P 1J9"}}""", "America/Edmonton", ZoneSource.Address)]
    [InlineData("""{"phone":"(415) 555-2671"}""", "America/Los_Angeles", ZoneSource.Phone)]
    [InlineData("""{"phone":"+33612345678"}""", "Europe/Paris", ZoneSource.Phone)]
    [InlineData("""{"time_zone":"Mars/Phobos","address":{"state":"CA"}}""", "America/Los_Angeles", ZoneSource.Address)]
    [InlineData("""{"phone":"+18005551234"}""", "America/New_York", ZoneSource.Company)]
    [InlineData("""{"phone":"call me"}""", "America/New_York", ZoneSource.Company)]
    [InlineData("""{}""", "America/New_York", ZoneSource.Company)]
    public void It_is_told_or_derived(string fields, string zone, ZoneSource source)
    {
        var lives = Of(fields).Lives(NewYork);
        lives.Source.ShouldBe(source);
        lives.Zones.ShouldHaveSingleItem().HasSameRules(TimeZoneInfo.FindSystemTimeZoneById(zone)).ShouldBeTrue(lives.Zones[0].Id);
    }

    [Theory]
    [InlineData("""{"address":{"state":"TX"}}""", "America/Chicago", "America/Denver")]
    [InlineData("""{"address":{"state":"CA"},"phone":"+12125550100"}""", "America/Los_Angeles", "America/New_York")]
    [InlineData("""{"time_zone":"MST"}""", "America/Denver", "America/Phoenix")]
    public void Where_two_are_possible_both_count(string fields, string first, string second) =>
        Of(fields).Lives(NewYork).Zones.Select(zone => zone.Id).ShouldBe([first, second]);

    [Fact]
    public void The_phone_number_tells_which_of_a_states_zones_it_is()
    {
        var lives = Of("""{"address":{"state":"TX"},"phone":"+19155551234"}""").Lives(NewYork);
        (lives.Zones.Single().Id, lives.Source).ShouldBe(("America/Denver", ZoneSource.AddressAndPhone));
    }

    [Fact]
    public void A_zone_nobody_can_read_is_shown() =>
        Of("""{"time_zone":" Mars/Phobos "}""").Lives(NewYork).Unreadable.ShouldBe("Mars/Phobos");

    [Theory]
    [InlineData("2026-11-30T13:00:00Z", SendChoice.PutOff, "2026-11-30T16:00:00Z")]
    [InlineData("2026-11-30T16:30:00Z", SendChoice.Go, null)]
    [InlineData("2026-12-01T03:00:00Z", SendChoice.PutOff, "2026-12-01T16:00:00Z")]
    public void A_text_leaves_only_when_it_is_daytime_in_both(string now, SendChoice choice, string? until)
    {
        var facts = new Facts
        {
            Company = NewYork,
            Customer = Of("""{"address":{"state":"CA"},"phone":"+12125550100"}""") with { Consent = new Consent { Text = true } }
        };
        var text = new Message
        {
            Id = new MessageId(1), Customer = new CustomerId(1), Channel = Channel.Text, To = "+12125550100", Text = "",
            State = MessageState.Waiting, CreatedAt = default
        };
        var verdict = SendPolicy.Judge(
            facts, text, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), new SequenceSettings(),
            AddressStatus.None);
        verdict.Choice.ShouldBe(choice);
        if (until is not null) verdict.Until.ShouldBe(DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static Customer Of(string fields) => new() { Id = new CustomerId(1), Company = NewYork.Id, Fields = Properties.Parse(fields) };
}
