using System.Collections.Immutable;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Drawings;

namespace FlowBuilder.Core.Authoring.Fixing;

/// <summary>The edges that a finding about a node's connections means.</summary>
internal static class WrongEdges
{
    public static ImmutableArray<Edge> Of(SequenceDocument document, Diagnostic finding)
    {
        var nodes = document.Nodes.DistinctBy(node => node.Id).ToDictionary(node => node.Id, StringComparer.Ordinal);
        return
        [
            .. finding.Code switch
            {
                "dangling-edge" => document.Edges.Where(edge => !nodes.ContainsKey(edge.From) || !nodes.ContainsKey(edge.To)),
                "wrong-port" => document.Edges.Where(
                    edge =>
                        edge.From == finding.Node
                        && nodes.TryGetValue(edge.From, out var from)
                        && !Ports.Of(from).Contains(Ports.Of(edge))),
                // The first stays: it is the one customers would have gone.
                "two-edges-from-port" =>
                    document.Edges.Where(edge => edge.From == finding.Node).GroupBy(Ports.Of).SelectMany(port => port.Skip(1)),
                _ => document.Edges.Where(
                    edge =>
                        (edge.From == finding.Node || edge.To == finding.Node)
                        && nodes.TryGetValue(edge.From, out var from)
                        && nodes.TryGetValue(edge.To, out var to)
                        && EdgeRules.Refuse(from, to) is not null),
            },
        ];
    }
}
