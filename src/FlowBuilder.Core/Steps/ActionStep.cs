using System.Text.Json.Serialization;

namespace FlowBuilder.Core.Steps;

/// <summary>Does one thing, as effects.</summary>
public abstract record ActionStep : RunnableStep
{
    /// <summary>Whether it only tidies up (tags, fields, notes, to-dos...) and so is done even when
    /// a run ends in review; false when it sends something to somebody.</summary>
    [JsonIgnore]
    public virtual bool Tidies => true;
}
