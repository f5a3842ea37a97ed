namespace FlowBuilder.Core.Companies;

/// <summary>At most <paramref name="Messages"/> marketing messages to one customer within <paramref name="Within"/>.</summary>
public sealed record FrequencyCap(int Messages, TimeSpan Within);
