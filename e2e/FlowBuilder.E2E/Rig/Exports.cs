using System.Text;
using FlowBuilder.Core.Authoring.Layout;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Whereabouts;
using Microsoft.Playwright;

namespace FlowBuilder.E2E.Rig;

/// <summary>Contact exports with the public column names of the programs that write them, and people nobody knows.</summary>
internal static class Exports
{
    public static FilePayload Google { get; } = Csv("google-contacts.csv",
        "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name "
            + "Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - "
            + "Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - "
            + "Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - "
            + "Country,Address 1 - Extended Address,Website 1 - Label,Website 1 - Value",
        "Greta,,Googler,,,,,,,,,,,1984-05-30,Has a dog,https://photo.example/1,Lawn ::: * myContacts,* "
            + "Home,greta@google.example,Work,greta.work@google.example,Mobile,+1 555 010 0101,Home,\"1 Elm St\nTroy, NY 12180\",1 Elm "
            + "St,Troy,,NY,12180,US,,,",
        "Gus,,Grass,,,,,,,,,,,,,,* myContacts,,,,,Mobile,+1 555 010 0102,,,,,,,,,,,");

    public static FilePayload Outlook { get; } = Csv("outlook.csv",
        "First Name,Middle Name,Last Name,Title,Suffix,Nickname,E-mail Address,E-mail 2 Address,E-mail 3 Address,Home Phone,Home Phone "
            + "2,Business Phone,Mobile Phone,Home Street,Home City,Home State,Home Postal Code,Home Country/Region,Business "
            + "Street,Business City,Business State,Business Postal Code,Business Country/Region,Company,Job Title,Categories,Notes",
        "Olga,,Outlook,,,,olga@outlook.example,,,555-010-0201,,,,2 Oak Ave,Albany,NY,12207,USA,,,,,,,,Red category;VIP,",
        "Otto,,Office,,,,otto@outlook.example,,,,,555-010-0202,555-010-0203,,,,,,3 Work Rd,Utica,NY,13501,USA,Oak Ltd,,,\"Two\nlines\"",
        ",,,,,,,,,,,,,,,,,,,,,,,,,,", ",,,,,,,,,,,,,,,,,,,,,,,,,,");

    public static FilePayload HubSpot { get; } = Csv("hubspot-crm-exports-contacts.csv",
        "Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Contact owner,Lead Status,Marketing contact status,Street "
            + "Address,City,State/Region,Postal Code,Country/Region,Unsubscribed from all email,Create Date,Lifecycle Stage",
        "101,Hanna,Hub,hanna@hubspot.example,555-010-0301,,Olive,Open,Marketing contact,4 Pine St,Rome,NY,13440,United "
            + "States,false,2026-01-05 10:00,Customer",
        "102,Hugo,Spot,hugo@hubspot.example,,555-010-0302,,,,,,,,,true,2026-01-06 11:00,Lead");

    public static FilePayload Mailchimp { get; } = Csv("subscribed_members_export.csv",
        "Email Address,First Name,Last Name,Address,Phone "
            + "Number,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS",
        "mia@mailchimp.example,Mia,Chimp,5 Ash Ct  Ithaca  NY  14850  US,555-010-0401,2,2026-01-01 10:00:00,,2026-01-01 "
            + "10:00:00,192.0.2.1,42.4,-76.5,-5,-4,US,NY,2026-01-02 10:00:00,123456789,abcdef0123,,\"\"\"spring\"\",\"\"lawn\"\"\"",
        "max@mailchimp.example,Max,,,,2,,,,,,,,,,,,123456790,abcdef0124,,");

    /// <summary>The rows of <see cref="FortyBadRows"/> in which something is wrong: number in the
    /// file, and how the screen tells what.</summary>
    public static IReadOnlyList<(int Row, string Told)> BadRows { get; } = [.. Enumerable.Range(2, 100)
        .Where(row => row % 5 < 2)
        .Select(row => (row, Bad(row).Told))];

    /// <summary>Sixty good rows and forty of which something is wrong, in five ways.</summary>
    public static FilePayload FortyBadRows { get; } = Csv("forty-bad.csv",
        [
            "customer id,Email,Status,City",
            .. Enumerable.Range(2, 100).Select(row => row % 5 < 2 ? Bad(row).Line : $"good-{row},good{row}@x.example,lead,Troy")
        ]);

    private static (string Line, string Told) Bad(int row) => (row % 20) switch
    {
        0 or 10 =>
            ($"{row}.5E+11,bad{row}@x.example,lead,Troy",
             $"Row {row}, Customer's id in your system: “{row}.5E+11” is a long number that a spreadsheet shortened"),
        5 or 15 =>
            ($"bad-{row},bad{row}@x.example,asleep,Troy", $"Row {row}, Status (lead, active, former): must be lead, active or former"),
        6 =>
            ($"good-2,bad{row}@x.example,lead,Troy",
             $"Row {row}, Customer's id in your system: is the same customer as in row 2 (“good-2”)"),
        16 =>
            ($"bad-{row},bad{row}@x.example,lead,12 Main St, Apt {row}",
             $"Row {row} has more cells than the first row has columns: “Apt {row}” belongs to none"),
        _ =>
            (",,lead,Troy",
             $"Row {row}, Customer's id in your system: every row needs the customer's id, or an email address or phone number to "
                 + $"identify them"),
    };

    private static FilePayload Csv(string name, params string[] lines) =>
        new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n") };
}
