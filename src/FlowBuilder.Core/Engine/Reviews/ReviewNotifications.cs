using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Notifications;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Engine.Reviews;

/// <summary>Puts lines about a review into reviewers' notifications, in the same commit.</summary>
internal static class ReviewNotifications
{
    public static void One(Turn turn, Enrollment run, Review review, Person person, NotificationKind kind, string text) =>
        turn.Write(new Change.NotificationAdded(turn.NewId(), new Effect.Notify(person, text), turn.Now, run.Id, kind, review.Id));

    /// <summary>Whoever was asked to decide; else everybody who may.</summary>
    public static void Reviewers(Turn turn, Enrollment run, Review review, NotificationKind kind, string text)
    {
        var asked = turn.Facts.Company.People.FirstOrDefault(person => person.Id == review.AskedOf);
        if (asked is not null && Model.Reviews.Reviewers.May(turn.Facts.Company, asked)) One(turn, run, review, asked, kind, text);
        else Everybody(turn, run, review, kind, text);
    }

    public static void Everybody(Turn turn, Enrollment run, Review review, NotificationKind kind, string text)
    {
        foreach (var person in Model.Reviews.Reviewers.Of(turn.Facts.Company)) One(turn, run, review, person, kind, text);
    }
}
