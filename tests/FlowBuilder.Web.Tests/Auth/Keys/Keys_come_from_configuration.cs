using FlowBuilder.Application.Keys;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Auth.Keys;
using Shouldly;

namespace FlowBuilder.Web.Tests.Auth.Keys;

public sealed class Keys_come_from_configuration
{
    [Fact]
    public void A_key_is_found_by_its_secret_and_known_only_by_hash()
    {
        var settings = Settings("secret-1", "read", "approve");
        var key = KeyRing.Of([settings], withDemoKeys: false).Find("secret-1").ShouldNotBeNull();
        key.ShouldBe(new CompanyKey("Site", new CompanyId(7), "Site", KeyScopes.Read | KeyScopes.Approve));
        key.Has(KeyScopes.Manage).ShouldBeFalse();
    }

    [Fact]
    public void Demo_keys_exist_only_when_asked_for()
    {
        KeyRing.Of([], withDemoKeys: false).Find(DemoKeys.Write).ShouldBeNull();
        var ring = KeyRing.Of([], withDemoKeys: true);
        ring.Find(DemoKeys.Write)!.Scopes.ShouldBe(KeyScopes.Ingest);
        ring.Find(DemoKeys.Manage)!.Scopes.ShouldBe(KeyScopes.Read | KeyScopes.Manage | KeyScopes.Approve);
    }

    [Theory]
    [InlineData("")]
    [InlineData("owner")]
    [InlineData("15")]
    public void An_unknown_scope_stops_the_start_and_is_named(string scope) =>
        Should.Throw<InvalidOperationException>(() => KeyRing.Of([Settings("s", scope)], false)).Message.ShouldContain(scope);

    [Fact]
    public void Two_keys_with_one_secret_are_refused() =>
        Should.Throw<InvalidOperationException>(() => KeyRing.Of([Settings("s", "read"), Settings("s", "manage")], false)).Message
            .ShouldContain("Keys:1");

    private static KeyOptions Settings(string secret, params string[] scopes)
    {
        var settings = new KeyOptions { Name = "Site", Company = 7, Sha256 = KeyRing.Hash(secret).ToUpperInvariant() };
        foreach (var scope in scopes) settings.Scopes.Add(scope);
        return settings;
    }
}
