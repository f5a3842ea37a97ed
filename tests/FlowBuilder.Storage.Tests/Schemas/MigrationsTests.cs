using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Companies;
using FlowBuilder.Testing.Approvals;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace FlowBuilder.Storage.Tests.Schemas;

public sealed class MigrationsTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    [InlineData("SqlServer")]
    public void Migrations_are_up_to_date_with_the_model(string provider)
    {
        using var context = Contexts.For(provider);
        context.Database.HasPendingModelChanges()
            .ShouldBeFalse($"dotnet ef migrations add NAME --project src/FlowBuilder.Storage.{provider}");
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    [InlineData("SqlServer")]
    public void The_schema_is_as_approved(string provider)
    {
        using var context = Contexts.For(provider);
        context.Database.GenerateCreateScript().ShouldBeApproved($"Schema.{provider}");
    }

    [Fact]
    public void Only_rows_of_the_installation_are_without_company()
    {
        using var context = Contexts.For("Sqlite");
        context.Model.GetEntityTypes()
            .Where(type => type.FindDeclaredQueryFilter(FlowBuilderContext.CompanyFilter) is null)
            .Select(type => type.ClrType.Name).Order()
            .ShouldBe([
                // An account works at several companies; the people of a company are UserRows.
                "AccountRow", "DataProtectionKey", "IdBlockRow", "IdentityPasskeyData", "IdentityUserClaim`1", "IdentityUserLogin`1",
                "IdentityUserPasskey`1", "IdentityUserToken`1", "PartitionRow", "SessionRow", "SettingRow",
            ]);
    }

    [Fact]
    public void Keys_and_indexes_start_with_the_company_except_those_a_pump_or_a_key_asks()
    {
        using var context = Contexts.For("Sqlite");
        var owned = context.Model.GetEntityTypes().Where(type => typeof(ICompanyOwned).IsAssignableFrom(type.ClrType)).ToArray();
        owned.Where(type => type.FindPrimaryKey()!.Properties[0].Name != nameof(ICompanyOwned.CompanyId)).ShouldBeEmpty();
        owned.SelectMany(type => type.GetIndexes())
            .Where(index => index.Properties[0].Name != nameof(ICompanyOwned.CompanyId))
            .Select(index => index.GetDatabaseName())
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "ix_enrollments_due", "ix_event_keys_at", "ix_events_inbox", "ix_idempotency_keys_at", "ix_messages_due",
                "ix_messages_lane_due", "ix_messages_lane_retry", "ix_messages_retry", "ix_messages_sending",
                "ix_moments_due", "ix_reviews_due", "ix_step_tallies_hour", "ix_users_account", "ux_api_keys_hash", "ux_invitations_token",
            ]);
    }
}
