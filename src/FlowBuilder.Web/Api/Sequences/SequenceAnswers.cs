using System.Globalization;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Web.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary>Answers of the use cases as HTTP.</summary>
internal static class SequenceAnswers
{
    public static IResult Result(HttpContext http, SequenceAnswer answer)
    {
        switch (answer)
        {
            case SequenceAnswer.Saved saved:
                ETags.Set(http, saved.Revision);
                return TypedResults.Ok(new SavedView(saved.Sequence.ToString(), saved.Revision));
            case SequenceAnswer.Published published:
                return TypedResults.Ok(new PublishedView(published.Number, published.PlanHash, published.Diagnostics));
            case SequenceAnswer.Switched switched:
                return TypedResults.Ok(new StateView(switched.State));
            case SequenceAnswer.Exported exported:
                return TypedResults.Content(exported.Document, "application/json; charset=utf-8");
            case SequenceAnswer.Protected now:
                return TypedResults.Ok(new ProtectedView(now.Now));
            default:
                return Refusal(http, answer);
        }
    }

    /// <summary>The answers that say no.</summary>
    public static ProblemHttpResult Refusal(HttpContext http, SequenceAnswer answer)
    {
        switch (answer)
        {
            case SequenceAnswer.NotFound:
                return Problem.NotFound();
            case SequenceAnswer.NotInPlan:
                return SubscriptionGate.Refusal();
            case SequenceAnswer.PasswordNeeded:
                return Problem.Of(StatusCodes.Status403Forbidden, "The sequence is protected", $"Send its password in the header {SequenceDoor.Header}.").WithCode("password-required");
            case SequenceAnswer.Guarded guarded:
                return Guarded(http, guarded, "The document is the drawing of");
            case SequenceAnswer.PasswordWrong:
                return Problem.Of(StatusCodes.Status403Forbidden, "The password is wrong", $"The password in {SequenceDoor.Header} is not this sequence's. An owner of the company can reset a forgotten one.").WithCode("password-wrong");
            case SequenceAnswer.TooManyWrong tooMany:
                return TooMany.Passwords(http, tooMany.Wait);
            case SequenceAnswer.PasswordRefused refused:
                return Problem.Field("password", "weak-password", refused.Because);
            case SequenceAnswer.Stale stale:
                ETags.Set(http, stale.Revision);
                return ETags.Stale($"The draft is at revision {stale.Revision} now.");
            case SequenceAnswer.WrongState wrong:
                return Problem.Of(StatusCodes.Status409Conflict, "Not possible now", wrong.Because);
            case SequenceAnswer.Asks asks:
                return Asks(asks.Customers);
            case SequenceAnswer.NotPublishable refused:
                return NotPublishable(refused.Diagnostics);
            default:
                throw new InvalidOperationException($"No HTTP answer for {answer.GetType().Name}.");
        }
    }

    /// <summary>Something that touches protected sequences it does not name: they are named in the answer, with what they have to do with it.</summary>
    /// <param name="http">The call.</param>
    /// <param name="guarded">Which stayed closed.</param>
    /// <param name="what">The beginning of the sentence that names them.</param>
    public static ProblemHttpResult Guarded(HttpContext http, SequenceAnswer.Guarded guarded, string what)
    {
        if (guarded.Because is SequenceAnswer.TooManyWrong tooMany) return TooMany.Passwords(http, tooMany.Wait);
        var (named, single) = (string.Join(", ", guarded.Sequences.Select(one => $"“{one.Title}”")), guarded.Sequences.Length == 1);
        var wrong = guarded.Because is SequenceAnswer.PasswordWrong;
        var problem = Problem.Of(StatusCodes.Status403Forbidden, wrong ? "The password is wrong" : "It belongs to a protected sequence",
            $"{what} {named}, {(single ? "a protected sequence" : "protected sequences")}. {(wrong ? $"No password in {SequenceDoor.Header} is {(single ? "its own" : "theirs")}." : $"Send {(single ? "its password" : "the password of each")} in the header {SequenceDoor.Header}{(single ? "" : ", once for each")}.")}");
        problem.ProblemDetails.Extensions["sequences"] = guarded.Sequences.Select(one => new { id = one.Id.ToString(), title = one.Title }).ToArray();
        return problem.WithCode(wrong ? "password-wrong" : "password-required");
    }

    private static ProblemHttpResult Asks(int customers) => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status409Conflict,
        Title = "Many customers would enter at once",
        Detail = string.Create(CultureInfo.InvariantCulture, $"{customers:N0} customers would enter at once. If that is what you want, call again with ?confirm={customers}."),
        Extensions = { ["customers"] = customers },
    });

    private static ProblemHttpResult NotPublishable(IReadOnlyList<Diagnostic> diagnostics) => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status422UnprocessableEntity,
        Title = "The sequence cannot be published yet",
        Detail = diagnostics is [var first, ..] ? first.Message : null,
        Extensions =
        {
            ["diagnostics"] = diagnostics,
            ["errors"] = diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Take(Problem.MaxErrors)
                .Select(diagnostic => new FieldError(diagnostic.Node is { } node ? diagnostic.Field is { } field ? $"{node}.{field}" : node : diagnostic.Field ?? "$", diagnostic.Code, diagnostic.Message)).ToArray(),
        },
    });
}
