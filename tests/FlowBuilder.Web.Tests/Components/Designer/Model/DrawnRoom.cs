using System.Text;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Drafts;
using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Runtime.Templates;
using FlowBuilder.Steps;
using FlowBuilder.Web.Components.Designer.Model;
using FlowBuilder.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Designer.Model;

/// <summary>Drafts as the designer has them open, without a database.</summary>
internal static class DrawnRoom
{
    public static readonly StepJson Steps = new(Catalogue.Steps);

    /// <summary>A room of a draft given by the JSON of its nodes and edges.</summary>
    /// <param name="nodes">Members of <c>nodes</c>.</param>
    /// <param name="edges">As in <c>t>a i:yes>b</c>.</param>
    /// <param name="settings">The <c>settings</c> member.</param>
    /// <param name="surroundings">What the company has.</param>
    public static DesignRoom Of(string nodes = "", string edges = "", string settings = "{}", CompanyVocabulary? surroundings = null) =>
        new(
            Document(nodes, edges, settings), Steps, new PlanCompiler(Steps), CompanyDirectory.Empty,
            surroundings ?? new CompanyVocabulary(), TimeProvider.System, new InlineTextJudges(), "");

    /// <summary>A room of a whole document, among what company 1 of a host has.</summary>
    public static async Task<DesignRoom> OfAsync(ApiHost host, string document)
    {
        await using var context = host.Context();
        var directory = await CompanyDirectory.ReadAsync(context, TestContext.Current.CancellationToken);
        var read = host.Services
            .GetRequiredService<SequenceDocumentJson>()
            .Read(Encoding.UTF8.GetBytes(document)).Document.ShouldNotBeNull();
        return new DesignRoom(
            read, host.Services.GetRequiredService<StepJson>(), host.Services.GetRequiredService<PlanCompiler>(), directory,
            new CompanyVocabulary(), TimeProvider.System, host.Services.GetRequiredService<IInlineTexts>(), "test0001");
    }

    public static SequenceDocument Document(string nodes, string edges = "", string settings = "{}")
    {
        var joined = edges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(edge =>
        {
            var ends = edge.Split('>');
            var from = ends[0].Split(':');
            return $$"""{"from":"{{from[0]}}"{{(from.Length > 1 ? $",\"port\":\"{from[1]}\"" : "")}},"to":"{{ends[1]}}"}""";
        });
        return new SequenceDocumentJson(
            Steps)
            .Read(
                $$"""{"format":"flowbuilder.sequence/1","title":"Nudge","settings":{{settings}},"nodes":[{{nodes}}],"edges":[{{string.Join(',', joined)}}]}""")
                    .Document!;
    }

    /// <summary>A trigger, a tag, an If / else with a way each, a Stop When and a note.</summary>
    public static DesignRoom WithEverything() => Of("""
        {"id":"t","kind":"trigger","step":{"type":"estimate-sent"}},
        {"id":"tag","kind":"action","step":{"type":"add-tag","tag":"nudging"}},
        {"id":"i","kind":"if","when":{"all":[{"type":"has-tag","tag":"vip"}]}},
        {"id":"call","kind":"action","step":{"type":"create-todo","title":"Call the customer","assignee":"owner"}},
        {"id":"w","kind":"wait","step":{"type":"wait-for","duration":"P2D"}},
        {"id":"stop","kind":"stopWhen","when":{"any":[{"type":"event-happened","event":"Estimate Accepted"}]}},
        {"id":"untag","kind":"stopAction","step":{"type":"remove-tag","tag":"nudging"}},
        {"id":"n","kind":"note","text":"Ask Ruth before changing the spring campaign"}
        """, "t>tag tag>i i:yes>call i:no>w stop>untag");
}
