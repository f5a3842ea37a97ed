using System.Collections.Immutable;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Web.Components.Sequences.Templates;

/// <summary>A ready-made sequence to begin with.</summary>
/// <param name="Key">Names it: <c>estimate-follow-up</c>.</param>
/// <param name="Title">Its title, which the new sequence takes over.</param>
/// <param name="Does">What it does, in one sentence.</param>
/// <param name="Category">What it is for: Sales, Billing, Service...</param>
/// <param name="Document">The drawing; it can be published as it is once its messages are there.</param>
/// <param name="Messages">The message templates it sends, to be made where the company has none of their key.</param>
public sealed record SequenceTemplate(
    string Key, string Title, string Does, string Category, SequenceDocument Document, ImmutableArray<MessageTemplate> Messages);
