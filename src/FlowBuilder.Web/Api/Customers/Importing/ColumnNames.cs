namespace FlowBuilder.Web.Api.Customers.Importing;

/// <summary>
/// Recognises columns whatever they are called: without case, blanks, <c>-</c> and <c>_</c>, in the spellings of the exports of Google
/// Contacts, Outlook, HubSpot, Mailchimp, Jobber and Housecall Pro. What is not recognised becomes a field of one's own under its name.
/// </summary>
internal static class ColumnNames
{
    // In the order in which they are believed where several stand in one file.
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal)
    {
        [ImportTargets.UserId] =
            "userid id customerid clientid contactid externalid externaluserid recordid recordidcontact customernumber clientnumber "
                + "customerno accountnumber accountid jid",
        [ImportTargets.Email] =
            "email emailaddress emails mail email1value email1address email1 primaryemail emailprimary primaryemailaddress contactemail "
                + "customeremail clientemail personalemail homeemail workemail businessemail email2address email2value email2 "
                + "email3address email3value email3",
        [ImportTargets.Phone] =
            "mobile mobilephone mobilephonenumber mobilenumber mobilephones mobilephoneno cell cellphone cellphonenumber cellnumber phone "
                + "phonenumber phones telephone telephonenumber tel phone1value phone1 primaryphone mainphone mainphones mainphonenumber "
                + "contactphone customerphone clientphone homephone homephonenumber homenumber homephones home1phone workphone worknumber "
                + "workphones businessphone phone2value phone2 homephone2 businessphone2 otherphone otherphones",
        ["first_name"] = "firstname givenname first fname forename vorname prenom nombre",
        ["last_name"] = "lastname familyname surname last lname nachname apellido apellidos",
        ["name"] = "name fullname displayname customername clientname contactname customer client contact",
        [ImportTargets.Tags] = "tags tag labels label categories category groupmembership groups contacttags customertags clienttags",
        ["add_tags"] = "addtags",
        ["remove_tags"] = "removetags",
        ["email_consent"] =
            "emailconsent emailoptin acceptsemailmarketing acceptsmarketing emailmarketingconsent optinemail emailsubscribed",
        ["sms_consent"] = "smsconsent textconsent smsoptin textoptin acceptssmsmarketing smsmarketingconsent optinsms optintext",
        [ImportTargets.NoEmail] =
            "noemail emailoptout optoutemail donotemail unsubscribed unsubscribedfromallemail hasoptedoutofemail optedoutofemail "
                + "optedoutofallemail emailunsubscribed unsubtime optout optedout",
        [ImportTargets.Bounced] = "cleantime emailbounced hardbounced emailhardbounced emailinvalid emailaddressinvalid",
        [ImportTargets.NoText] = "notext smsoptout textoptout donottext optedoutofsms smsunsubscribed",
        [ImportTargets.NoContact] = "nocontact donotcontact donotdisturb",
        ["status"] = "status customerstatus",
        ["type"] = "type customertype clienttype",
        ["source"] = "source leadsource customersource",
        ["time_zone"] = "timezone",
        ["assigned_to"] = "assignedto",
        ["birthday"] = "birthday birthdate dateofbirth dob",
        ["created_at"] = "createdat",
        ["contract_end"] = "contractend contractenddate",
        [ImportTargets.Address] = "address fulladdress mailingaddress addressfull",
    };

    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        ["address.street"] =
            "street streetaddress street1 street2 streetline1 streetline2 addressline1 addressline2 address1 address2 line1 line2 "
                + "addressstreet",
        ["address.city"] = "city town locality suburb addresscity",
        ["address.state"] = "state region province stateregion stateprovince stateprovinceregion addressstate addressregion",
        ["address.postal_code"] =
            "postalcode zip zipcode postcode zippostalcode postalzipcode plz addresspostalcode addresszip addresszipcode",
        ["address.country"] = "country countryregion countrycode addresscountry",
    };

    // The place where the work is done comes before the place where the bill goes.
    private static readonly string[] Places =
    [
        "service", "property", "home", "", "address1", "mailing", "shipping", "work", "business", "company", "billing", "other", "address2",
        "address3"
    ];

    // What address books add that says nothing of the person.
    private static readonly HashSet<string> Useless = new(StringComparer.Ordinal)
    {
        "photo", "fileas", "phoneticfirstname", "phoneticmiddlename", "phoneticlastname", "namesuffixyomi", "givennameyomi",
        "additionalnameyomi", "familynameyomi", "organizationnameyomi", "memberrating", "leid", "euid", "optinip", "confirmip",
        "latitude", "longitude", "gmtoff", "dstoff", "lastchanged", "emaildisplayname", "email2displayname", "email3displayname",
        "emailtype", "email2type", "email3type", "priority", "private", "sensitivity", "address1formatted", "address2formatted",
    };

    /// <summary>What each column becomes; a name that stands in the file twice under one meaning keeps the better known spelling.</summary>
    /// <param name="header">The columns' names as written.</param>
    public static IReadOnlyList<ImportColumn> Guess(IReadOnlyList<string> header)
    {
        var isMailchimp = header.Any(name => Bare(name) is "leid" or "euid");
        var columns = header.Select((name, index) => Guess(name, index, isMailchimp)).ToList();
        var id = columns.Where(column => column.Target == ImportTargets.UserId).OrderBy(column => column.Rank).FirstOrDefault();
        var hasParts = columns.Any(column => column.Target.StartsWith("address.", StringComparison.Ordinal));
        return
        [
            .. columns.Select(column => column.Target == ImportTargets.UserId && column != id ? column with { Target = column.Header }
                : column.Target == ImportTargets.Address && hasParts && Bare(column.Header) != "address"
                ? column with { Target = ImportTargets.LeftOut }
                : column),
        ];
    }

    private static ImportColumn Guess(string name, int index, bool isMailchimp)
    {
        var bare = Bare(name);
        var column = new ImportColumn(index, name, name);
        if (bare.Length == 0) return column with { Target = ImportTargets.LeftOut };
        if (Useless.Contains(bare) || IsLabel(bare) || (isMailchimp && bare is "cc" or "region"))
            return column with { Target = ImportTargets.LeftOut };
        foreach (var (target, spellings) in Spellings)
            if (Array.IndexOf(spellings.Split(' '), bare) is >= 0 and var rank) return column with { Target = target, Rank = rank };
        // HubSpot has one for each kind of mail; whoever does not want one of them is not sent the others.
        if (bare.StartsWith("optedoutofemail", StringComparison.Ordinal)) return column with { Target = ImportTargets.NoEmail, Rank = 1 };
        for (var place = 0; place < Places.Length; place++)
        {
            var rest = bare.StartsWith(Places[place], StringComparison.Ordinal) ? bare[Places[place].Length..] : "";
            if (Places[place].Length > 0 && rest.StartsWith("address", StringComparison.Ordinal) && rest.Length > 8) rest = rest[7..];
            foreach (var (target, spellings) in Parts)
                if (rest.Length > 0 && spellings.Split(' ').Contains(rest))
                    return column with { Target = target, Rank = place, Group = Places[place] };
        }

        return name.StartsWith("address.", StringComparison.OrdinalIgnoreCase)
            ? column with { Target = "address." + name[8..].Trim() }
            : column;
    }

    /// <summary>“E-mail 1 - Label” says what kind of address the next column holds.</summary>
    private static bool IsLabel(string bare) =>
        (bare.EndsWith("label", StringComparison.Ordinal) || bare.EndsWith("type", StringComparison.Ordinal)) && bare.Any(char.IsAsciiDigit)
        && (bare.StartsWith("email", StringComparison.Ordinal)
            || bare.StartsWith("phone", StringComparison.Ordinal)
            || bare.StartsWith("address", StringComparison.Ordinal)
            || bare.StartsWith("website", StringComparison.Ordinal)
            || bare.StartsWith("relation", StringComparison.Ordinal)
            || bare.StartsWith("event", StringComparison.Ordinal)
            || bare.StartsWith("im", StringComparison.Ordinal));

    /// <summary>A name without case, blanks and signs.</summary>
    internal static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant().Normalize();
}
