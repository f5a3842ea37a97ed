using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Web.Api.Customers.Importing;

/// <summary>What a file would do: ready to be stored when nothing is wrong.</summary>
public sealed record ImportPlan
{
    public required ImportSheet Sheet { get; init; }

    public required IReadOnlyList<ImportColumn> Columns { get; init; }

    /// <summary>One for each good row.</summary>
    public required IReadOnlyList<IncomingEvent> Events { get; init; }

    /// <summary>What is wrong, in the order of the rows.</summary>
    public required IReadOnlyList<FieldError> Errors { get; init; }

    /// <summary>How many rows something is wrong with.</summary>
    public int BadRows =>
        Errors.Where(error => error.Field.StartsWith("row ", StringComparison.Ordinal))
            .Select(error => error.Field.Split(':')[0])
            .Distinct(StringComparer.Ordinal)
            .Count(row => row != "row 1");

    /// <summary>Whether the good rows can be stored at all: the file and its columns can be understood.</summary>
    public bool IsUsable => !Errors.Any(error => error.Field is "row 1" or "$" or "columns" || error.Code is "too-many-rows");

    /// <summary>Columns that become fields of one's own.</summary>
    public IReadOnlyList<string> OwnFields =>
        [.. Columns.Where(column => column.IsOwn).Select(column => column.Target).Distinct(StringComparer.Ordinal)];

    /// <summary>Columns that are not taken.</summary>
    public IReadOnlyList<string> LeftOut =>
        [.. Columns.Where(column => column.Target.Length == 0 && column.Header.Length > 0).Select(column => column.Header)];
}
