using FlowBuilder.Application.Live;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Runtime.Progress;

/// <summary>Which topics a commit has touched. Runs on the pump's thread: looks, marks, returns.</summary>
internal sealed class ProgressTopics(LiveFeed feed) : IProgressListener
{
    public void Committed(TurnBatch batch)
    {
        var touched = new HashSet<LiveTopic>();
        foreach (var customer in batch.Customers)
            foreach (var change in customer.Changes) Note(touched, customer.Company, change);
        foreach (var topic in touched) feed.Touch(topic);
    }

    private static void Note(HashSet<LiveTopic> touched, CompanyId company, Change change)
    {
        switch (change)
        {
            case Change.EnrollmentOpened { Enrollment: var run }:
                Moved(touched, company, run.Sequence);
                break;
            case Change.EnrollmentChanged { Enrollment: var run }:
                Moved(touched, company, run.Sequence);
                break;
            case Change.ReviewOpened or Change.ReviewChanged:
                touched.Add(LiveTopic.Reviews(company));
                touched.Add(LiveTopic.Attention(company));
                break;
            case Change.CustomerErased:
                touched.Add(LiveTopic.Reviews(company));
                touched.Add(LiveTopic.Attention(company));
                touched.Add(LiveTopic.Activity(company));
                break;
            case Change.MessageChanged:
                touched.Add(LiveTopic.Attention(company));
                break;
            case Change.ToDoAdded or Change.ToDoCompleted or Change.NotificationAdded:
                touched.Add(LiveTopic.Attention(company));
                break;
        }
    }

    private static void Moved(HashSet<LiveTopic> touched, CompanyId company, SequenceId sequence)
    {
        touched.Add(LiveTopic.Counts(company, sequence));
        touched.Add(LiveTopic.Activity(company));
    }
}
