using System.Text.Json;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model.Accounts;

namespace FlowBuilder.Storage.Model.Companies;

/// <summary>Between stored companies and what the engine knows of them.</summary>
public static class CompanyMap
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The company with its people.</summary>
    public static Company ToCompany(this CompanyRow row, IEnumerable<UserRow> users)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(users);
        var settings = row.ReadSettings();
        return new Company
        {
            Id = new CompanyId(row.Id), Name = row.Name, TimeZone = row.TimeZone, Subscription = row.Subscription,
            SendingStopped = row.SendingStopped,
            Country = settings.Country, Email = row.Email, Phone = row.Phone, Address = row.Address, Website = row.Website,
            EmailHours = settings.EmailHours, TextHours = settings.TextHours, Holidays = [.. settings.Holidays],
            FrequencyCap = settings.FrequencyCap,
            BusinessHours = [.. settings.BusinessHours], PublishingNeedsManager = settings.PublishingNeedsManager,
            RequiresSecondFactor = settings.RequiresSecondFactor, DayOrder = settings.DayOrder,
            People = [.. users.Where(user => user.CompanyId == row.Id && user.RemovedAt == null)
                .OrderBy(user => user.Id, StringComparer.Ordinal)
                .Select(user => new Person(user.Id, user.Name, user.Email, user.Phone, user.Role, user.IsPrimaryOwner, user.AccountId))],
        };
    }

    /// <summary>The JSON part of the settings.</summary>
    public static CompanySettings ReadSettings(this CompanyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return JsonSerializer.Deserialize<CompanySettings>(row.Settings, Json) ?? new CompanySettings();
    }

    /// <summary>Stores the JSON part of the settings.</summary>
    public static void WriteSettings(this CompanyRow row, CompanySettings settings)
    {
        ArgumentNullException.ThrowIfNull(row);
        row.Settings = JsonSerializer.Serialize(settings, Json);
    }
}
