using FlowBuilder.Application.Live;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Live;

namespace FlowBuilder.Web.Components.Designer.Model;

/// <summary>Who has which draft open. Whoever watches the draft's topic is told when somebody comes, goes or saves.</summary>
public sealed class DesignPresence(LiveFeed feed) : Presence<SequenceId>(feed)
{
    /// <summary>A draft was saved: whoever has it open takes it in.</summary>
    public void Saved(CompanyId company, SequenceId sequence) => Tell(company, sequence);

    protected override LiveTopic TopicOf(CompanyId company, SequenceId thing) => LiveTopic.Draft(company, thing);
}
