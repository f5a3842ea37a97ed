using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Web.Auth.Circuits;
using FlowBuilder.Web.Hosting.Settings;
using Microsoft.Extensions.Configuration;
using Shouldly;

namespace FlowBuilder.Web.Tests.Hosting.Settings;

public sealed class Limits_are_checked_at_start
{
    [Fact]
    public void Nothing_configured_is_as_shipped()
    {
        CustomerLimitSettings
            .Read(Of())
            .ShouldBe(new CustomerLimits
            {
                Fields = 500, FieldBytes = 65_536, RecordFields = 200, RecordBytes = 32_768, Records = 10_000, Tags = 200
            });
        CircuitLimits.Read(Of()).ShouldBe(new CircuitLimits(10, 30, 1_000));
    }

    [Fact]
    public void What_is_configured_counts()
    {
        CustomerLimitSettings
            .Read(Of(("Limits:CustomerFields", "700"), ("Limits:CustomerTags", "50")))
            .ShouldBe(new CustomerLimits { Fields = 700, Tags = 50 });
        CircuitLimits.Read(Of(("Circuits:PerAccount", "3"))).ShouldBe(new CircuitLimits(3));
    }

    [Theory]
    [InlineData("Limits:CustomerFields", "many")]
    [InlineData("Limits:CustomerFields", "0")]
    [InlineData("Limits:CustomerFields", "-5")]
    [InlineData("Limits:CustomerBytes", "100000000")]
    [InlineData("Limits:RecordBytes", "1.5")]
    [InlineData("Limits:CustomerTags", "")]
    public void A_limit_on_customers_that_makes_no_sense_is_refused_by_its_name(string name, string value) =>
        Should.Throw<SettingsException>(() => CustomerLimitSettings.Read(Of((name, value)))).Message
            .ShouldStartWith($"{name} is “{value}”, but must be a whole number from ");

    [Theory]
    [InlineData("Circuits:PerAccount", "0")]
    [InlineData("Circuits:PerAddress", "none")]
    [InlineData("Circuits:InAll", "1e9")]
    public void A_limit_on_screens_that_makes_no_sense_is_refused_by_its_name(string name, string value) =>
        Should.Throw<SettingsException>(() => CircuitLimits.Read(Of((name, value)))).Message
            .ShouldStartWith($"{name} is “{value}”, but must be a whole number from ");

    private static IConfiguration Of(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build();
}
