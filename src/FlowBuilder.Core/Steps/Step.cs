using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Core.Steps;

/// <summary>
/// What a node does: settings as a record, behaviour as pure functions of settings, facts and clock. A step never holds node ids,
/// services or run state. Settings carry <c>[Required]</c>, <c>[Range]</c>, <c>[StringLength]</c> and
/// <c>[Display(Name, Description)]</c>; palette, form, checks, schema and documentation are made from them.
/// </summary>
public abstract record Step
{
    /// <summary>Plain words for the sentence view: a clause without capital or full stop, such as <c>wait 2 days</c>.</summary>
    /// <param name="names">Turns template keys, sequence ids and people into what the marketer calls them.</param>
    public abstract string Sentence(Names names);

    /// <summary>Findings beyond what the attributes on the settings say. Never throws, whatever is missing.</summary>
    public virtual IEnumerable<SettingFinding> Check() => [];

    /// <summary>Template keys, sequence ids, tags and people the settings name.</summary>
    [JsonIgnore]
    public virtual IEnumerable<Reference> References => [];
}
