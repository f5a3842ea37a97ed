using FlowBuilder.Core.Reading;

namespace FlowBuilder.Web.Api.Tracking;

/// <summary>Names of events and tags as they are kept.</summary>
internal static class Names
{
    /// <inheritdoc cref="NameText.Of"/>
    public static string OneLine(string? text) => NameText.Of(text);
}
