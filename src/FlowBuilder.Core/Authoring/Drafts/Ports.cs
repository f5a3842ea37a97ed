using System.Collections.Immutable;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;

namespace FlowBuilder.Core.Authoring.Drafts;

/// <summary>The output ports of nodes, as they are drawn and named in edges.</summary>
public static class Ports
{
    /// <summary>The only way out of most nodes.</summary>
    public const string Out = "out";

    private static readonly ImmutableArray<string> OnlyOut = [Out];

    /// <summary>The ports of a node, in drawing order, each name once. A node whose step is not chosen yet has <see cref="Out"/>.</summary>
    public static ImmutableArray<string> Of(Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (Drawing.PortsOf(node) is not { } ports) return OnlyOut;
        return ports.Length == 1 && ports[0] == Out ? OnlyOut : [.. ports.Where(port => port.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The port an edge leaves by.</summary>
    public static string Of(Edge edge)
    {
        ArgumentNullException.ThrowIfNull(edge);
        return edge.Port ?? Out;
    }

    /// <summary>What the screen calls a port.</summary>
    public static string WordOf(string port) => port switch
    {
        "yes" => "Yes",
        "no" => "Otherwise",
        "out" => "When it happens",
        "timedOut" => "When time runs out",
        _ => $"Branch “{port}”",
    };

    /// <summary>An edge as it is written: without a port where there is only one.</summary>
    internal static Edge Edge(Node from, string port, string to) => new(from.Id, port == Out && Of(from).Length <= 1 ? null : port, to);
}
