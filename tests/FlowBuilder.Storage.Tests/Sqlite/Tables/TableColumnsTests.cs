using FlowBuilder.Storage.Sqlite.Tables;
using Shouldly;
using Xunit;

namespace FlowBuilder.Storage.Tests.Sqlite.Tables;

/// <summary>Statements are made from the one list of a table's columns.</summary>
public sealed class TableColumnsTests
{
    private static readonly TableColumns<int> Some = new()
    {
        { "a", static (to, one) => to.Add((long)one) },
        { "record_type, record_id", static (to, _) => to.Add((string?)null).Add((string?)null) },
        { "\"to\"", static (to, one) => to.Add((long)one), "COALESCE({0}, \"to\")" },
    };

    [Fact]
    public void Names_parameters_and_sets_are_in_the_same_order()
    {
        Some.Count.ShouldBe(4);
        Some.Names().ShouldBe("a, record_type, record_id, \"to\"");
        Some.Names("m").ShouldBe("m.a, m.record_type, m.record_id, m.\"to\"");
        Some.Parameters(3).ShouldBe("?3, ?4, ?5, ?6");
        Some.Sets(3).ShouldBe("a = ?3, record_type = ?4, record_id = ?5, \"to\" = COALESCE(?6, \"to\")");
        Some.Excluded()
            .ShouldBe("a = excluded.a, record_type = excluded.record_type, record_id = excluded.record_id, \"to\" = excluded.\"to\"");
        Parameters.To(3).ShouldBe("?1, ?2, ?3");
    }

    [Fact]
    public void A_column_is_found_by_its_name_and_one_that_is_not_there_is_told()
    {
        Some.PlaceOf("record_id").ShouldBe(2);
        Should.Throw<ArgumentException>(() => Some.PlaceOf("c")).Message.ShouldContain("There is no column c among a, record_type");
    }

    [Fact]
    public void Of_every_column_of_a_customer_is_said_what_becomes_of_it_when_two_are_joined() =>
        CustomerMergeColumns.Names.ShouldBe(
            [
                "user_id", .. CustomerColumns.Moving.SelectMany(column => column.Names),
                .. CustomerColumns.Derived.SelectMany(column => column.Names)
            ],
            ignoreOrder: true);

    [Fact]
    public void Joining_keeps_a_no_of_either_and_leaves_nothing_of_the_person_in_the_other_row()
    {
        var survivor = CustomerMergeColumns.Survivor(4);
        survivor.ShouldStartWith(
            "fields = ?4, email_consent = CASE WHEN other.email_consent = 0 THEN 0 ELSE COALESCE(kept.email_consent, other.email_consent) "
                + "END");
        survivor.ShouldContain("unsubscribed = MAX(kept.unsubscribed, other.unsubscribed)");
        survivor.ShouldContain("name = ?5");
        survivor.ShouldEndWith("search_text = ?6, email_hash = ?7, phone_hash = ?8");
        CustomerMergeColumns.Merged().ShouldBe(
            "user_id = NULL, fields = '{}', stamps = NULL, name = '', email = NULL, phone = NULL, status = NULL, type = NULL, assigned_to "
                + "= NULL, search_text = '', email_hash = '', phone_hash = ''");
    }
}
