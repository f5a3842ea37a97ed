using System.Globalization;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Web.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary>Answers of the use cases as HTTP, one method for each kind of answer.</summary>
internal static class SequenceAnswers
{
    public static Results<Ok<SavedResponse>, ProblemHttpResult> Saved(HttpContext http, SequenceAnswer<SavedSequence> answer) =>
        answer.Match<Results<Ok<SavedResponse>, ProblemHttpResult>>(
            saved => TypedResults.Ok(View(http, saved)), refusal => Refusal(http, refusal));

    public static Results<Created<SavedResponse>, ProblemHttpResult> Created(HttpContext http, SequenceAnswer<SavedSequence> answer) =>
        answer.Match<Results<Created<SavedResponse>, ProblemHttpResult>>(
            saved => TypedResults.Created($"/api/v1/sequences/{saved.Sequence}", View(http, saved)), refusal => Refusal(http, refusal));

    public static Results<NoContent, ProblemHttpResult> Deleted(HttpContext http, SequenceAnswer<DeletedSequence> answer) =>
        answer.Match<Results<NoContent, ProblemHttpResult>>(_ => TypedResults.NoContent(), refusal => Refusal(http, refusal));

    public static Results<ContentHttpResult, ProblemHttpResult> Exported(HttpContext http, SequenceAnswer<ExportedSequence> answer) =>
        answer.Match<Results<ContentHttpResult, ProblemHttpResult>>(
            exported => TypedResults.Content(exported.Document, "application/json; charset=utf-8"), refusal => Refusal(http, refusal));

    public static Results<Ok<StateResponse>, ProblemHttpResult> Switched(HttpContext http, SequenceAnswer<SequenceState> answer) =>
        answer.Match<Results<Ok<StateResponse>, ProblemHttpResult>>(
            state => TypedResults.Ok(new StateResponse(state)), refusal => Refusal(http, refusal));

    public static Results<Ok<ProtectedResponse>, ProblemHttpResult> Protected(
        HttpContext http, SequenceAnswer<SequenceProtection> answer) =>
        answer.Match<Results<Ok<ProtectedResponse>, ProblemHttpResult>>(
            now => TypedResults.Ok(new ProtectedResponse(now.HasPassword)), refusal => Refusal(http, refusal));

    public static Results<Ok<PublishedResponse>, ProblemHttpResult> Published(HttpContext http, PublishAnswer answer) =>
        answer.Match<Results<Ok<PublishedResponse>, ProblemHttpResult>>(
            published => TypedResults.Ok(new PublishedResponse(published.Number, published.PlanHash, published.Diagnostics)),
            refused => NotPublishable(refused.Diagnostics),
            asks => Asks(asks.Customers),
            refusal => Refusal(http, refusal));

    /// <summary>A no, with the status and code that belong to it.</summary>
    public static ProblemHttpResult Refusal(HttpContext http, SequenceRefusal refusal) => refusal.Accept(new SequenceProblems(http));

    private static SavedResponse View(HttpContext http, SavedSequence saved)
    {
        ETags.Set(http, saved.Revision);
        return new SavedResponse(saved.Sequence.ToString(), saved.Revision);
    }

    private static ProblemHttpResult Asks(int customers) => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status409Conflict,
        Title = "Many customers would enter at once",
        Detail = string.Create(
            CultureInfo.InvariantCulture,
            $"{customers:N0} customers would enter at once. If that is what you want, call again with ?confirm={customers}."),
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
                .Select(
                    diagnostic => new FieldError(
                        diagnostic.Node is { } node ? diagnostic.Field is { } field ? $"{node}.{field}" : node : diagnostic.Field ?? "$",
                        diagnostic.Code, diagnostic.Message)).ToArray(),
        },
    });
}
