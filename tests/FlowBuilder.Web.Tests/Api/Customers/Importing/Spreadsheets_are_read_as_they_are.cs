using FlowBuilder.Web.Api.Customers.Importing;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Customers.Importing;

public sealed class Spreadsheets_are_read_as_they_are
{
    private static ImportSheet Read(string text) => ImportFile.Read(text, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("\uFEFFa,b\r\n1,2\r\n")]
    [InlineData("a;b\n1;2\n")]
    [InlineData("a\tb\n1\t2\n")]
    [InlineData("sep=;\r\na;b\r\n1;2\r\n")]
    [InlineData("\"sep=|\"\na|b\n1|2\n")]
    [InlineData("a,b,,\n1,2,,\n,,,\n,,,\n")]
    [InlineData("a,b\n\n1,2\n\n")]
    [InlineData("\n,,\na,b\n1,2\n")]
    [InlineData("a,b\n=\"1\",=\"2\"\n")]
    [InlineData("a,b\n\"=\"\"1\"\"\",\"2\"\n")]
    [InlineData("a,b\n 1 ,2,,\n")]
    public void Whatever_stands_around_the_cells(string text)
    {
        var sheet = Read(text);
        sheet.Errors.ShouldBeEmpty();
        sheet.Header.ShouldBe(["a", "b"]);
        sheet.Rows.ShouldHaveSingleItem().Cells.ShouldBe(["1", "2"]);
    }

    [Fact]
    public void A_postal_code_written_as_a_formula_keeps_its_nought() => Read("id,zip\nA1,=\"02134\"\n").Rows[0].Cells[1].ShouldBe("02134");

    [Fact]
    public void A_row_with_more_in_it_than_there_are_columns_is_refused_by_row()
    {
        var sheet = Read(
            "user_id,street,city,state,postal_code\nA6,1 Elm St,Troy,NY,12180\nA7,12 Main St, Apt 4,Troy,NY,12180\nA8,\"12 Main St, Apt "
                + "4\",Troy,NY,12180\n");
        sheet.Errors.ShouldHaveSingleItem().Field.ShouldBe("row 3");
        sheet.Errors[0].Message.ShouldContain("12180");
        sheet.Rows.Select(row => row.Number).ShouldBe([2, 4]);
    }

    [Fact]
    public void A_value_under_no_name_is_refused_by_row() =>
        Read("a,,b\n1,,2\n1,x,2\n").Errors.ShouldHaveSingleItem().Field.ShouldBe("row 3");

    [Fact]
    public void Rows_are_counted_as_spreadsheets_do()
    {
        var sheet = Read("a,b\n1,\"two\nlines\"\n\n3,4\n");
        sheet.Rows.Select(row => row.Number).ShouldBe([2, 4]);
        sheet.PassedOver.ShouldBe(1);
    }

    [Theory]
    [InlineData("Email,First Name,Last Name,Phone,Tags", "email,first_name,last_name,phone,tags")]
    [InlineData("E-MAIL ADDRESS,first-name,LAST_NAME,Mobile Phone,Labels", "email,first_name,last_name,phone,tags")]
    [InlineData(
        "Customer ID,Full name,Street Address,City,State/Region,Postal Code,Country/Region",
        "user_id,name,address.street,address.city,address.state,address.postal_code,address.country")]
    [InlineData("userId,Street,Town,ZIP Code,gate code", "user_id,address.street,address.city,address.postal_code,gate code")]
    [InlineData(
        "E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Address 1 - City,Group Membership",
        ",email,,phone,address.city,tags")]
    [InlineData(
        "Home Street,Business Street,Home City,Home Postal Code,Categories",
        "address.street,address.street,address.city,address.postal_code,tags")]
    [InlineData(
        "J-ID,Main Phone #s,E-mails,Service Street 1,Service Zip code,Billing City",
        "user_id,phone,email,address.street,address.postal_code,address.city")]
    [InlineData(
        "Mobile Number,Street Line 1,Street Line 2,Zip,Do Not Contact",
        "phone,address.street,address.street,address.postal_code,no_contact")]
    [InlineData("Record ID,Email,Unsubscribed from all email,Lifecycle Stage", "user_id,email,no_email,Lifecycle Stage")]
    [InlineData("Record ID,Email,Opted out of email: Marketing Information,Email hard bounced", "user_id,email,no_email,email_bounced")]
    [InlineData("Email Address,LEID,EUID,CLEAN_TIME", "email,,,email_bounced")]
    [InlineData("Email Address,Address,LEID,EUID,CC,REGION,MEMBER_RATING,UNSUB_TIME,TAGS", "email,address,,,,,,no_email,tags")]
    [InlineData("address.city,address.gate", "address.city,address.gate")]
    [InlineData("ID,Client ID,email", "user_id,Client ID,email")]
    public void Columns_are_recognised_in_many_spellings(string header, string targets) =>
        string.Join(',', ColumnNames.Guess(header.Split(',')).Select(column => column.Target)).ShouldBe(targets);
}
