using FlowBuilder.Application.Live;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Live;

namespace FlowBuilder.Web.Components.Reviews;

/// <summary>Who looks at which review. Whoever watches the queue is told.</summary>
public sealed class ReviewPresence(LiveFeed feed) : Presence<long>(feed)
{
    protected override LiveTopic TopicOf(CompanyId company, long thing) => LiveTopic.Reviews(company);
}
