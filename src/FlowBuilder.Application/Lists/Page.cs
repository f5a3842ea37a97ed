using System.Text.Json.Serialization;

namespace FlowBuilder.Application.Lists;

/// <summary>One page of a list.</summary>
/// <param name="Items">At most as many as asked for.</param>
/// <param name="Next">Hand this over as <c>after</c> to get the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);
