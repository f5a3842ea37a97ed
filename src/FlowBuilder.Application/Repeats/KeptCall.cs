using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.Repeats;

/// <summary>A call that carries a key against repeating.</summary>
/// <param name="Company">Whose.</param>
/// <param name="Principal">Who calls.</param>
/// <param name="Key">The key it carries.</param>
/// <param name="Hash">Names what is asked for: another call with the same key has another.</param>
public sealed record KeptCall(CompanyId Company, string Principal, string Key, string Hash);

/// <summary>What is kept of a call's answer.</summary>
/// <param name="Hash">Of the call it answers.</param>
/// <param name="Status">HTTP status; 0 while it is being worked on.</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="Headers">Those that belong to its meaning, as JSON.</param>
/// <param name="Body">The text.</param>
public sealed record KeptAnswer(string Hash, int Status, string? ContentType, string? Headers, string? Body);
