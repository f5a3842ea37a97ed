using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Graph;

/// <summary>What came of reading a document: the document, or what stands in the way.</summary>
/// <param name="Document">Null when there are errors.</param>
/// <param name="Errors">Empty when there is a document.</param>
public sealed record DocumentParseResult(SequenceDocument? Document, IReadOnlyList<FieldError> Errors);
