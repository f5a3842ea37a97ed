using System.Globalization;
using FlowBuilder.Application.Live;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Runtime.Progress;

/// <summary>What travels between nodes: which node tells, and which topic has changed. Numbers only, no words of any customer.</summary>
internal static class LiveNews
{
    public static string Write(Guid node, LiveTopic topic) =>
        string.Create(CultureInfo.InvariantCulture, $"{node:N} {topic.Company.Value} {topic.Kind} {topic.Sequence.Value:N}");

    /// <summary>Null: written by something else, or by a version that knows more kinds.</summary>
    public static (Guid Node, LiveTopic Topic)? Read(string? text) =>
        text?.Split(' ') is [var node, var company, var kind, var sequence]
        && Guid.TryParseExact(node, "N", out var from)
        && int.TryParse(company, NumberStyles.None, CultureInfo.InvariantCulture, out var whose)
        && Array.Find(Enum.GetValues<LiveTopicKind>(), one => one.ToString() == kind) is var what && what.ToString() == kind
        && Guid.TryParseExact(sequence, "N", out var which)
            ? (from, new LiveTopic(new CompanyId(whose), what, new SequenceId(which)))
            : null;
}
