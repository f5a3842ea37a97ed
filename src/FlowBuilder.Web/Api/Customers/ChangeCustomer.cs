using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Web.Api.Tracking;
using FlowBuilder.Web.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowBuilder.Web.Api.Customers;

/// <summary>Makes and changes customers by API: fields go the way of an identify call, tags and the
/// switch the way of a person's edit.</summary>
internal sealed class ChangeCustomer(
    IIntake intake, Steering steering, CustomerLimits limits, ICompanyCache companies, CustomerQueries customers)
{
    private const int MaxRecords = 500;

    /// <summary>Applies a change and answers when it is seen by readers; the refusal when something
    /// is wrong, and nothing was stored.</summary>
    public async Task<ProblemHttpResult?> ApplyAsync(Caller caller, string userId, CustomerChange change, CancellationToken cancellation)
    {
        var faults = new FaultList("");
        CheckUserId(userId, faults);
        userId = IdText.Normal(userId);
        var fields = FieldsOf(change, limits, companies.Find(caller.Company)?.ReadsDates ?? default, faults);
        var tags = TagsOf(change, limits, faults);
        var records = RecordsOf(change, limits, faults);
        if (faults.Any) return Problem.Fields(faults.Errors);

        var known = await customers.FindAsync(caller.Company, userId, cancellation);
        if (await BeyondAsync(caller, known, fields, records, cancellation) is { } beyond) return Problem.Fields([beyond]);
        var events = new List<IncomingEvent>();
        if (known is null && tags is { } first) fields = fields.With("tags", first);
        if (known is null || !fields.IsEmpty)
            events.Add(Told(caller, userId, EventKind.Identify, EventNames.Identify, fields, null, imported: false));
        events.AddRange(records.Select(
            record => Told(
                caller, userId, EventKind.Track, RecordEvents.NameOf(record.Key.Type, record.Status), record.Properties, record.Key,
                imported: true)));
        if (events.Count > 0)
        {
            var stored = await intake.AcceptAsync(events, cancellation);
            known ??= stored[0].Customer;
        }

        // The turn is taken together with what the inbox holds for the customer, so its answer means all of it is visible.
        var answer = await steering.AskAsync(
            caller, known!.Value,
            new TurnInput.EditCustomer(
                null, events.Count > 0 && events[0].Properties.Get("tags") is not null ? null : tags, change.AutomationsOff, caller.Name),
            cancellation);
        return answer is TurnAnswer.Refused { Kind: Refusal.TooMuch } refused ? Problem.Field("tags", "too-much", refused.Because) : null;
    }

    /// <summary>What the customer, as known now, could not take any more. Between this look and the
    /// turn others may write: the turn leaves out what then no longer fits, and tells.</summary>
    private async Task<FieldError?> BeyondAsync(
        Caller caller, CustomerId? known, Properties fields, List<(RecordKey Key, string? Status, Properties Properties)> records,
        CancellationToken cancellation)
    {
        var (held, count) = known is { } customer ? await customers.HeldAsync(caller.Company, customer, cancellation) : (null, 0);
        if (Overfull.FirstBeyond(Properties.Parse(held), fields, limits) is { } beyond)
            return new FieldError($"fields.{beyond}", "too-much", Overfull.FieldWords(beyond, limits));
        if (records.Count == 0 || known is null) return null;
        return count + records.Count <= limits.Records ? null
            : new FieldError(
                "records", "too-much", $"the customer has {count:N0} records, and a customer can have at most {limits.Records:N0}.");
    }

    private static string? TooLarge(JsonElement told, CustomerLimits limits)
    {
        var members = told.EnumerateObject().Count();
        if (members > limits.RecordFields)
            return $"has {members:N0} members; a record can have at most {limits.RecordFields:N0}. Leave some out.";
        var size = JsonMarshal.GetRawUtf8Value(told).Length;
        return size > limits.RecordBytes
            ? $"takes {size / 1024:N0} KB; a record can take at most {limits.RecordBytes / 1024:N0} KB. Leave some out."
            : null;
    }

    private static IncomingEvent Told(
        Caller caller, string userId, EventKind kind, string name, Properties properties, RecordKey? record, bool imported) => new()
        {
            Company = caller.Company, Source = caller.Source, MessageId = $"fb-{Guid.CreateVersion7():N}", UserId = userId, Kind = kind,
            Name = name,
            Properties = properties, Record = record, Imported = imported, Door = EventOrigin.Api,
        };

    private static void CheckUserId(string userId, FaultList faults)
    {
        if (IdText.IsPlaceholder(userId) && !string.IsNullOrWhiteSpace(userId))
            faults.Add("userId", "invalid-id", "is what programs send when they have no id. Send the customer's own.");
        else if (string.IsNullOrWhiteSpace(userId) || userId.Length > TrackingLimits.Id)
            faults.Add("userId", "invalid-id", $"must have 1 to {TrackingLimits.Id} characters.");
        else if (userId.Any(char.IsControl) || userId.Any(char.IsSurrogate) && !IsWellFormed(userId))
            faults.Add("userId", "control-character", "must not contain line breaks or control characters.");
    }

    private static bool IsWellFormed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (rune == System.Text.Rune.ReplacementChar) return false;
        return true;
    }

    private static Properties FieldsOf(CustomerChange change, CustomerLimits limits, DayOrder order, FaultList faults)
    {
        if (change.Fields is not { ValueKind: not JsonValueKind.Null } fields) return Properties.Empty;
        if (EmptyValues.IsEmptyList(fields)) return Properties.Empty;
        if (fields.ValueKind != JsonValueKind.Object)
        {
            faults.WrongType("fields", "an object");
            return Properties.Empty;
        }

        var traits = TraitRules.Checked(Properties.Of(fields.Clone()), faults, limits, order, "fields.");
        foreach (var list in (ReadOnlySpan<string>)["tags", "add_tags", "remove_tags"])
            if (traits.Get(list) is not null) faults.Add($"fields.{list}", "unknown-member", "tags go next to fields, as tags.");
        return traits;
    }

    private static ImmutableArray<string>? TagsOf(CustomerChange change, CustomerLimits limits, FaultList faults)
    {
        if (change.Tags is not { } tags) return null;
        var clean = tags.Select(NameText.Of).Where(tag => tag.Length > 0).ToImmutableArray();
        if (clean.Length > limits.Tags) faults.Add("tags", "too-long", $"can hold at most {limits.Tags} tags.");
        for (var i = 0; i < clean.Length; i++)
            if (clean[i].Length is 0 or > TrackingLimits.Name)
                faults.Add($"tags[{i}]", "invalid-tag", $"must have 1 to {TrackingLimits.Name} characters.");
        return clean;
    }

    private static List<(RecordKey Key, string? Status, Properties Properties)> RecordsOf(
        CustomerChange change, CustomerLimits limits, FaultList faults)
    {
        var read = new List<(RecordKey, string?, Properties)>();
        if (change.Records is not { } records) return read;
        if (records.Count > MaxRecords) faults.Add("records", "too-long", $"can hold at most {MaxRecords} records.");
        foreach (var (record, index) in records.Select((record, index) => (record, index)))
        {
            var path = $"records[{index}]";
            if (record is null)
            {
                faults.WrongType(path, "an object");
                continue;
            }

            if (!RecordNaming.IsTypeName(record.Type ?? ""))
                faults.Add(
                    $"{path}.type", record.Type is null ? "required" : "invalid-value",
                    "must be a short name of letters, digits, - and _.");
            if (IdText.Of(record.Id) is not { } id || id.Length > Lengths.RecordId)
                faults.Add($"{path}.id", record.Id is null ? "required" : "invalid-id", $"must have 1 to {Lengths.RecordId} characters.");
            if (record.Status is { } status && (status.Length is 0 or > 40 || !status.All(c => char.IsAsciiLetterLower(c) || c == '-')))
                faults.Add($"{path}.status", "invalid-value", "must be lower-case words joined by -.");
            if (record.Properties is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) })
                faults.WrongType($"{path}.properties", "an object");
            else if (record.Properties is { ValueKind: JsonValueKind.Object } told && TooLarge(told, limits) is { } large)
                faults.Add($"{path}.properties", "too-large", large);
            else if (!faults.Any)
                read.Add(
                    (new RecordKey(
                        record.Type!,
                        IdText.Normal(
                            record.Id)), record.Status, record.Properties is { ValueKind: JsonValueKind.Object } properties
                                ? Properties.Of(properties.Clone())
                                : Properties.Empty));
        }

        return read;
    }
}
