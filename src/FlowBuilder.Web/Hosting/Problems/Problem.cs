using FlowBuilder.Core.Steps.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Hosting.Problems;

/// <summary>Answers that say no: RFC 9457 problem details with <c>errors[{field,code,message}]</c>.</summary>
internal static class Problem
{
    /// <summary>More errors than this are not listed.</summary>
    public const int MaxErrors = 20;

    public static ProblemHttpResult Of(int status, string title, string detail, params IReadOnlyCollection<FieldError> errors) =>
        Listed(status, title, detail, errors, MaxErrors);

    private static ProblemHttpResult Listed(int status, string title, string detail, IReadOnlyCollection<FieldError> errors, int most)
    {
        var details = new ProblemDetails { Status = status, Title = title, Detail = detail };
        if (errors.Count > 0)
            details.Extensions["errors"] = errors.Take(most)
                .Select(error => error.Field.Length == 0 ? error with { Field = "$" } : error).ToArray();
        return TypedResults.Problem(details);
    }

    /// <summary>Adds a stable code for programs, where the status alone does not say which refusal it is.</summary>
    public static ProblemHttpResult WithCode(this ProblemHttpResult problem, string code)
    {
        problem.ProblemDetails.Extensions["code"] = code;
        return problem;
    }

    /// <summary>400 or another 4xx about fields of the call.</summary>
    public static ProblemHttpResult Fields(
        IReadOnlyCollection<FieldError> errors, int status = StatusCodes.Status400BadRequest, int most = MaxErrors) =>
        Listed(
            status, "The call cannot be accepted",
            errors.Count == 1
                ? $"{errors.First().Field}: {errors.First().Message}"
                : "Several fields are wrong; see errors. Nothing was stored.",
            errors, most);

    public static ProblemHttpResult Field(string field, string code, string message, int status = StatusCodes.Status400BadRequest) =>
        Fields([new FieldError(field, code, message)], status);

    /// <summary>The one answer for what does not exist and for what belongs to another company.</summary>
    public static ProblemHttpResult NotFound() =>
        Of(StatusCodes.Status404NotFound, "Not found", "Nothing was found under that name or number.");
}
