namespace FlowBuilder.Application.Lists;

/// <summary>Which part of a list in the order of ids, newest first, is wanted.</summary>
/// <param name="Before">Only what has a smaller id.</param>
/// <param name="Take">How many are read: one more than are shown tells whether there is a next page.</param>
public readonly record struct IdRange(long Before, int Take);
