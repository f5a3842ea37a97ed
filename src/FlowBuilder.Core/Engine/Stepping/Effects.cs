using System.Globalization;
using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Engine.Stepping;

/// <summary>
/// Applies the data effects of an action. What changes the customer is raised as an event, and the event changes the facts: so it can
/// start and stop other sequences like any other.
/// </summary>
internal static class Effects
{
    /// <summary>Applies one effect. Answers with words for the step's history where they are more than the step's own sentence.</summary>
    public static string? Apply(Turn turn, Enrollment run, PlanStep at, Effect effect)
    {
        switch (effect)
        {
            case Effect.AddTag add:
                if (turn.Facts.HasTag(add.Tag)) return $"The customer already had the tag “{add.Tag}”.";
                turn.Raise(turn.OwnOf(run, EventNames.TagAdded, Properties.Of("tag", add.Tag)));
                return null;
            case Effect.RemoveTag remove:
                if (!turn.Facts.HasTag(remove.Tag)) return $"The customer did not have the tag “{remove.Tag}”.";
                turn.Raise(turn.OwnOf(run, EventNames.TagRemoved, Properties.Of("tag", remove.Tag)));
                return null;
            case Effect.SetField set:
                Set(turn, run, set.Field, set.Value);
                return null;
            case Effect.SetStatus status:
                Set(turn, run, "status", status.Status);
                return null;
            case Effect.AssignTo assign:
                return Assign(turn, run, at, assign.Candidates);
            case Effect.RaiseEvent raise:
                turn.Raise(turn.OwnOf(run, raise.Name, raise.Properties, run.Record));
                return null;
            case Effect.AddNote note:
                turn.Write(new Change.NoteAdded(turn.NewId(), note.Text, turn.Now, run.Id));
                return null;
            case Effect.CreateToDo todo:
                ToDos.Add(turn, todo, run);
                return null;
            case Effect.Notify notify:
                turn.Write(new Change.NotificationAdded(turn.NewId(), notify, turn.Now, run.Id));
                return null;
            case Effect.StartSequence start:
                return Start(turn, run, start);
            case Effect.StopSequence stop:
                return Stop(turn, run, stop);
            default:
                throw new InvalidOperationException($"{effect.GetType().Name} is a message: only a step that sends may ask for it.");
        }
    }

    private static void Set(Turn turn, Enrollment run, string field, object? value) =>
        turn.Raise(turn.OwnOf(run, EventNames.FieldChanged, Traits.Change(field, turn.Facts.Customer.Fields.Get(field), value)));

    private static string Assign(Turn turn, Enrollment run, PlanStep at, IReadOnlyList<Person> candidates)
    {
        if (candidates.Count == 0) return "There was no one to assign.";
        var person = candidates.Count == 1 ? candidates[0] : candidates[turn.Setting.Rotation.Next(run.Version, at.Node, candidates.Count)];
        Set(turn, run, "assigned_to", person.Id);
        return $"Assigned to {person.Name}.";
    }

    private static string? Start(Turn turn, Enrollment run, Effect.StartSequence start)
    {
        if (!SequenceId.TryParse(start.Sequence, out var id) || turn.Setting.Plans.Newest(run.Company, id) is not { } published)
            return "The sequence to start is not published.";
        turn.Raise(turn.OwnOf(run, EventNames.SequenceStarted, Properties.Of("sequence", id.ToString()), run.Record));
        return $"Asked “{published.Title}” to start.";
    }

    private static string Stop(Turn turn, Enrollment run, Effect.StopSequence stop)
    {
        var stopped = 0;
        if (SequenceId.TryParse(stop.Sequence, out var id))
            foreach (var known in turn.Facts.Enrollments)
            {
                if (known.Sequence != id || turn.PlanOf(known) is not { } published || turn.Run(known.Id) is not { IsLive: true } other)
                    continue;
                Stops.End(
                    turn, other, published,
                    turn.PlanOf(run) is { } by ? $"Stopped by the sequence “{by.Title}”." : "Stopped by another sequence.", null,
                    stop.TidyUp);
                stopped++;
            }

        return stopped switch
        {
            0 => "The customer was not in that sequence.",
            1 => "1 run was stopped.",
            _ => string.Create(CultureInfo.InvariantCulture, $"{stopped} runs were stopped."),
        };
    }
}
