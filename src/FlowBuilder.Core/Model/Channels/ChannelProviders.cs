namespace FlowBuilder.Core.Model.Channels;

/// <summary>How a channel's providers are called in words that name no company, host or domain.</summary>
/// <param name="Down">The one provider of all companies fails: what it is and does, at the
/// beginning of a sentence, as in <i>The mail server cannot be reached</i>.</param>
/// <param name="Host">One of many that companies bring themselves, as in <i>webhook host</i>; null: there is none of the kind.</param>
/// <param name="Whose">What goes to such a one, as in <i>calls to</i>.</param>
public sealed record ChannelProviders(string? Down, string? Host = null, string? Whose = null);
