using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Web.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary>Each refusal of a use case on a sequence as the problem a program gets: status, title, what to do, code.</summary>
internal sealed class SequenceProblems(HttpContext http) : ISequenceRefusalVisitor<ProblemHttpResult>
{
    public ProblemHttpResult NotFound() => Problem.NotFound();

    public ProblemHttpResult NotInSubscription() => SubscriptionGate.Refusal();

    public ProblemHttpResult WrongState(string because) => Problem.Of(StatusCodes.Status409Conflict, "Not possible now", because);

    public ProblemHttpResult Stale(int revision)
    {
        ETags.Set(http, revision);
        return ETags.Stale($"The draft is at revision {revision} now.");
    }

    public ProblemHttpResult PasswordNeeded() =>
        Problem.Of(StatusCodes.Status403Forbidden, "The sequence is protected", $"Send its password in the header {OpenedSequence.Header}.")
            .WithCode("password-required");

    public ProblemHttpResult PasswordWrong() =>
        Problem.Of(
            StatusCodes.Status403Forbidden, "The password is wrong",
            $"The password in {OpenedSequence.Header} is not this sequence's. An owner of the company can reset a forgotten one.")
            .WithCode("password-wrong");

    public ProblemHttpResult TooManyWrong(TimeSpan wait) => TooMany.Passwords(http, wait);

    public ProblemHttpResult PasswordRefused(string because) => Problem.Field("password", "weak-password", because);

    public ProblemHttpResult Guarded(SequenceRefusal.Guarded guarded) => Guarded(guarded, "The document is the drawing of");

    /// <summary>Something that touches protected sequences it does not name: they are named in the
    /// answer, with what they have to do with it.</summary>
    /// <param name="guarded">Which stayed closed.</param>
    /// <param name="what">The beginning of the sentence that names them.</param>
    public ProblemHttpResult Guarded(SequenceRefusal.Guarded guarded, string what)
    {
        if (guarded.Because is SequenceRefusal.TooManyWrong tooMany) return TooManyWrong(tooMany.Wait);
        var (named, single) = (string.Join(", ", guarded.Sequences.Select(one => $"“{one.Title}”")), guarded.Sequences.Length == 1);
        var wrong = guarded.Because is SequenceRefusal.PasswordWrong;
        var problem = Problem.Of(StatusCodes.Status403Forbidden, wrong ? "The password is wrong" : "It belongs to a protected sequence",
            $"{what} {named}, {(single ? "a protected sequence" : "protected sequences")}. "
                + $"{(wrong ? $"No password in {OpenedSequence.Header} is {(single ? "its own" : "theirs")}." : $"Send {(single ? "its password" : "the password of each")} in the header {OpenedSequence.Header}{(single ? "" : ", once for each")}.")}");
        problem.ProblemDetails.Extensions["sequences"] = guarded.Sequences
            .Select(one => new { id = one.Id.ToString(), title = one.Title }).ToArray();
        return problem.WithCode(wrong ? "password-wrong" : "password-required");
    }
}
