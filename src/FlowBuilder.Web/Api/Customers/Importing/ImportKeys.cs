using System.Globalization;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Customers;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Storage.Addresses;

namespace FlowBuilder.Web.Api.Customers.Importing;

/// <summary>
/// Who a row is about. Its id says so; without one it is whoever has its email address, else its phone number. Nobody has it: a new
/// customer, known from then on by that address, so that the same file imported again makes nobody
/// twice. The same person twice in a file is refused.
/// </summary>
public sealed class ImportKeys(AddressHolders known, ICompanyCache companies, IAddresses addresses, AddressHashes hashes)
{
    /// <summary>The ids under which a row is stored.</summary>
    public readonly record struct Key(string UserId, string? AnonymousId);

    /// <summary>Looks everybody up; what is doubtful is noted by row, and answered with null.</summary>
    public async Task<Func<ImportedRow, Key?>> FindAsync(
        CompanyId company, IReadOnlyList<ImportedRow> rows, List<FieldError> errors, CancellationToken cancellation)
    {
        var home = companies.Find(company) ?? throw new InvalidOperationException("The company is not there.");
        var (emails, phones) = await KnownAsync(home, [.. rows.Where(row => row.UserId is null)], cancellation);
        var found = new Dictionary<int, Key>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (errors.Count >= ImportFile.MaxErrors) break;
            if (KeyOf(row, home, emails, phones, errors) is not { } key) continue;
            if (seen.TryAdd(key.UserId, row.Number)) found[row.Number] = key;
            else
                Add(
                    errors, row, ImportTargets.UserId, "named-twice",
                    $"is the same customer as in row {seen[key.UserId].ToString(CultureInfo.InvariantCulture)} (“{key.UserId}”). Keep one "
                        + $"of the two rows.");
        }

        return row => found.TryGetValue(row.Number, out var key) ? key : null;
    }

    private Key? KeyOf(
        ImportedRow row, Company home, Dictionary<string, List<Key>> emails, Dictionary<string, List<Key>> phones, List<FieldError> errors)
    {
        if (row.UserId is { } id) return new Key(id, null);
        var email = EmailForm.Key(row.Traits.Text("email"));
        var phone = addresses.Phone(row.Traits.Text("phone"), home);
        if (email is null && phone is null)
        {
            Add(
                errors, row, ImportTargets.UserId, "required",
                "every row needs the customer's id, or an email address or phone number to identify them.");
            return null;
        }

        var (field, holders) = email is not null && emails.TryGetValue(email, out var byEmail) ? (ImportTargets.Email, byEmail)
            : email is null && phones.TryGetValue(phone!, out var byPhone) ? (ImportTargets.Phone, byPhone) : ("", []);
        if (holders.Count > 1)
        {
            Add(errors, row, field, "several-customers", $"belongs to {holders.Count} customers. Add user_id to say which one.");
            return null;
        }

        return holders.Count == 1 ? holders[0] : new Key(email ?? phone!, null);
    }

    /// <summary>Who has the addresses of the rows, by address: the numbers only of rows without an email address.</summary>
    private async Task<(Dictionary<string, List<Key>> Emails, Dictionary<string, List<Key>> Phones)> KnownAsync(
        Company home, IReadOnlyList<ImportedRow> rows, CancellationToken cancellation)
    {
        var (emails, phones) =
            (new Dictionary<string, List<Key>>(StringComparer.Ordinal), new Dictionary<string, List<Key>>(StringComparer.Ordinal));
        var hashed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (EmailForm.Key(row.Traits.Text("email")) is { } email) hashed.Add(hashes.Of(home.Id, Channel.Email, email));
            else if (addresses.Phone(row.Traits.Text("phone"), home) is { } phone) hashed.Add(hashes.Of(home.Id, Channel.Text, phone));
        }

        foreach (var row in await known.FindAsync(home.Id, hashed, cancellation))
        {
            var (email, phone) = (EmailForm.Key(row.Email), addresses.Phone(row.Phone, home));
            var key = row.UserId is { } id
                ? new Key(id, null)
                : row.AnonymousId is { } visitor && (email ?? phone) is { } made
                ? new Key(made, visitor)
                : default;
            if (key.UserId is null) continue;
            Put(emails, email, key);
            Put(phones, phone, key);
        }

        return (emails, phones);
    }

    /// <summary>A customer may be found by both addresses, and more than once.</summary>
    private static void Put(Dictionary<string, List<Key>> holders, string? address, Key key)
    {
        if (address is null) return;
        if (!holders.TryGetValue(address, out var known)) holders.Add(address, known = []);
        if (!known.Contains(key)) known.Add(key);
    }

    private static void Add(List<FieldError> errors, ImportedRow row, string field, string code, string message) =>
        errors.Add(new FieldError($"row {row.Number.ToString(CultureInfo.InvariantCulture)}: {field}", code, message));
}
