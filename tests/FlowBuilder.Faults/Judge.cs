using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Faults;

/// <summary>Compares what was accepted, what the database holds and what the mail server took.
/// Every line it answers with is a broken promise.</summary>
internal static class Judge
{
    /// <summary>I1, I2, I3 and I10 of what is left after the drain.</summary>
    /// <param name="accepted">MessageIds answered with 200, and their customers.</param>
    /// <param name="inbox">How often each messageId is in the inbox.</param>
    /// <param name="runs">Every run.</param>
    /// <param name="taken">How often the mail server took each subject.</param>
    public static IEnumerable<string> Findings(
        IReadOnlyDictionary<string, string> accepted, IReadOnlyDictionary<string, int> inbox, IReadOnlyList<Aftermath.Run> runs,
        IReadOnlyDictionary<string, int> taken)
    {
        foreach (var id in accepted.Keys)
            if (inbox.GetValueOrDefault(id) != 1)
                yield return $"{id} was accepted, but is in the inbox {inbox.GetValueOrDefault(id)} times";
        var byCustomer = runs.ToLookup(run => run.Customer, StringComparer.Ordinal);
        foreach (var customer in accepted.Where(call => call.Key.EndsWith("-placed", StringComparison.Ordinal)).Select(call => call.Value))
            if (byCustomer[customer].Count() != 1) yield return $"{customer} placed an order and has {byCustomer[customer].Count()} runs";
        foreach (var finding in runs.SelectMany(run => Of(run, taken))) yield return finding;
        foreach (var (subject, times) in taken)
            if (times > 1) yield return $"“{subject}” was taken {times} times";
    }

    private static IEnumerable<string> Of(Aftermath.Run run, IReadOnlyDictionary<string, int> taken)
    {
        if (run.Steps.Distinct().Count() != run.Steps.Count)
            yield return $"{run.Customer} did a step twice: {string.Join(", ", run.Steps)}";
        var main = run.Steps.Except(OrderSequence.StopSteps).ToList();
        if (!OrderSequence.Steps.Take(main.Count).SequenceEqual(main))
            yield return $"{run.Customer} did its steps out of order: {string.Join(", ", run.Steps)}";
        switch (run.State)
        {
            case EnrollmentState.Done:
                if (main.Count != OrderSequence.Steps.Length || run.Steps.Count != main.Count)
                    yield return $"{run.Customer} is done after {string.Join(", ", run.Steps)}";
                break;
            case EnrollmentState.Stopped:
                if (run.Steps.Count - main.Count != OrderSequence.StopSteps.Length)
                    yield return $"{run.Customer} was stopped but did {string.Join(", ", run.Steps)}";
                break;
            default:
                yield return $"{run.Customer} is still {run.State} after the drain";
                break;
        }

        if (run.Notes != (run.State == EnrollmentState.Stopped ? 1 : 0))
            yield return $"{run.Customer} is {run.State} with {run.Notes} notes";
        if (run.ToDos != (main.Contains("todo") ? 1 : 0))
            yield return $"{run.Customer} has {run.ToDos} to-dos after {string.Join(", ", run.Steps)}";
        if (run.Tagged) yield return $"{run.Customer} still has the tag";
        foreach (var (node, subject) in OrderSequence.Emails)
        {
            var messages = run.Messages.Where(message => message.Node == node).ToList();
            if (messages.Count > 1) yield return $"{run.Customer} has {messages.Count} messages of “{node}”";
            var times = taken.GetValueOrDefault(subject + run.Customer);
            if (messages is not [var message])
            {
                if (main.Contains(node) || times > 0)
                    yield return $"{run.Customer} has no message of “{node}”, the mail server took {times}";
                continue;
            }

            var right = message.State switch
            {
                MessageState.Sent => times == 1,
                MessageState.Unknown => times <= 1,
                MessageState.Cancelled => times == 0,
                _ => false,
            };
            if (!right) yield return $"{run.Customer}: “{node}” is {message.State} ({message.Because}), the mail server took {times}";
        }
    }
}
