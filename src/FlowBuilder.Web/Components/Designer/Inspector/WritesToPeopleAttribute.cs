namespace FlowBuilder.Web.Components.Designer.Inspector;

/// <summary>An editor of words that somebody will read: how they read is shown beside the form.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WritesToPeopleAttribute : Attribute;
