using System.Runtime.InteropServices;
using System.Text.Json;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Web.Hosting.Problems;

namespace FlowBuilder.Web.Api.Tracking;

/// <summary>Reads the members of a batch. One bad member refuses the whole batch, named <c>batch[i].field</c>.</summary>
internal static class BatchReader
{
    /// <summary>The events in the sender's order; empty when something is wrong, which is then in <paramref name="errors"/>.</summary>
    /// <param name="body">The object with <c>batch</c>.</param>
    /// <param name="reader">Reads one call.</param>
    /// <param name="imported">All of it is historical.</param>
    /// <param name="errors">Receives what is wrong, at most a screenful.</param>
    public static IReadOnlyList<ReadCall> Read(JsonElement body, CallReader reader, bool imported, List<FieldError> errors)
    {
        if (!body.TryGetProperty("batch", out var batch) || batch.ValueKind == JsonValueKind.Null)
        {
            errors.Add(new FieldError("batch", "required", "send the list of calls as batch."));
            return [];
        }

        if (batch.ValueKind != JsonValueKind.Array)
        {
            errors.Add(new FieldError("batch", "wrong-type", "must be a list."));
            return [];
        }

        var shared = new FaultList("");
        imported |= new CallMembers(body, shared).IsImport();
        errors.AddRange(shared.Errors);

        var events = new List<ReadCall>(batch.GetArrayLength());
        foreach (var (member, index) in batch.EnumerateArray().Select((member, index) => (member, index)))
        {
            var faults = new FaultList($"batch[{index}].");
            var read = ReadMember(member, reader, imported, faults);
            errors.AddRange(faults.Errors);
            if (errors.Count >= Problem.MaxErrors) return [];
            events.AddRange(read.Select(call => call with { Path = $"batch[{index}].{call.Path}" }));
        }

        return errors.Count > 0 ? [] : events;
    }

    private static IReadOnlyList<ReadCall> ReadMember(JsonElement member, CallReader reader, bool imported, FaultList faults)
    {
        if (member.ValueKind != JsonValueKind.Object)
        {
            faults.WrongType("$", "an object");
            return [];
        }

        if (JsonMarshal.GetRawUtf8Value(member).Length > TrackingLimits.Call)
        {
            faults.Add("$", "too-large", $"is larger than {TrackingLimits.Call / 1024} KB.");
            return [];
        }

        var type = new CallMembers(member, faults).Text("type");
        if (faults.Any) return [];
        if (CallTypes.Find(type) is { } known) return reader.Read(member, known, imported, faults);
        if (type is null) faults.Required("type", "say what kind of call it is: identify, track, page, screen, group or alias.");
        else faults.Add("type", "unknown-value", "must be identify, track, page, screen, group or alias.");
        return [];
    }
}
