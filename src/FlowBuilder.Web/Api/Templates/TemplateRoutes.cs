using FlowBuilder.Application.Access;
using FlowBuilder.Application.Lists;
using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.Api.Sequences;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.RequestBodies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Templates;

/// <summary><c>/templates</c></summary>
internal static class TemplateRoutes
{
    private const int MaxText = 200_000;
    private const int MaxLine = 500;

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/templates").WithTags("Templates");
        group.MapGet("", ListAsync).For(Right.SeeWork).WithName("ListTemplates");
        group.MapGet("/{key}", ReadAsync).For(Right.SeeWork).WithName("ReadTemplate");
        group.MapPut("/{key}", PutAsync).For(Right.DesignSequences).Produces<TemplateView>()
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithName("PutTemplate");
    }

    private static async Task<Results<Ok<Page<TemplateView>>, ProblemHttpResult>> ListAsync(
        Caller caller, [FromServices] TemplateQueries templates, Paging paging, CancellationToken cancellation) =>
        paging.After is { Count: not 1 } ? Paging.WrongCursor
            : TypedResults.Ok(paging.Cut(
                await templates.ListAsync(caller.Company, paging.After is [var last] ? last : "", paging.Limit + 1, cancellation),
                template => [template.Key], template => template));

    private static async Task<Results<Ok<TemplateView>, ProblemHttpResult>> ReadAsync(
        string key, Caller caller, HttpContext http, [FromServices] TemplateQueries templates, CancellationToken cancellation)
    {
        if (await templates.FindAsync(caller.Company, key, cancellation) is not { } template) return Problem.NotFound();
        ETags.Set(http, template.Revision);
        return TypedResults.Ok(template);
    }

    private static async Task<IResult> PutAsync(
        string key, JsonBody<TemplateRequest> body, Caller caller, SequencePasswordsGiven given, HttpContext http,
        [FromServices] SaveTemplate saving, [FromServices] TemplateQueries templates, CancellationToken cancellation)
    {
        var call = body.Value;
        var errors = Faults(key, call);
        if (errors.Count > 0) return Problem.Fields(errors);
        var basedOn = ETags.IfMatch(http, out var stale);
        if (stale is not null) return stale;
        var template = new TemplateVersion
        {
            Company = caller.Company, Key = key, Revision = 0, Name = string.IsNullOrWhiteSpace(call.Name) ? key : call.Name.Trim(),
            Channel = call.Channel!.Value,
            Purpose = call.Purpose ?? Purpose.Marketing, Subject = call.Subject, Html = call.Html, Text = call.Text,
        };
        switch (await saving.SaveAsync(caller.Company, template, basedOn, given.Key, caller.Actor, cancellation))
        {
            case TemplateAnswer.Refused refused:
                return Problem.Fields(
                    [.. refused.Findings.Select(
                        finding => new FieldError(
                            finding.Field, "template", finding.Line > 0 ? $"line {finding.Line}: {finding.Message}" : finding.Message))],
                    StatusCodes.Status422UnprocessableEntity);
            case TemplateAnswer.Guarded guarded:
                return new SequenceProblems(http).Guarded(guarded.By, "The template is sent by");
            case TemplateAnswer.Stale changed:
                ETags.Set(http, changed.Revision);
                return ETags.Stale($"The template is at revision {changed.Revision} now.");
            default:
                return await ReadAsync(key, caller, http, templates, cancellation);
        }
    }

    private static List<FieldError> Faults(string key, TemplateRequest call)
    {
        var errors = new List<FieldError>();
        if (key.Length > Lengths.TemplateKey || !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            errors.Add(new FieldError("key", "invalid-key", $"must have 1 to {Lengths.TemplateKey} letters, digits, dots, - or _."));
        if (call.Channel is null) errors.Add(new FieldError("channel", "required", "say email or text."));
        if (call.Channel is { } channel && ChannelInfo.Of(channel).Parts is { HasSubjectAndDesign: false } parts)
        {
            if (call.Subject is not null) errors.Add(new FieldError("subject", "not-allowed", $"{parts.One} has no subject."));
            if (call.Html is not null) errors.Add(new FieldError("html", "not-allowed", $"{parts.One} has no HTML."));
        }

        foreach (var (field, text, most) in ((string, string?, int)[])[
            ("name", call.Name, MaxLine), ("subject", call.Subject, MaxLine), ("html", call.Html, MaxText), ("text", call.Text, MaxText)
        ])
            if (text?.Length > most) errors.Add(new FieldError(field, "too-long", $"can have at most {most:N0} characters."));
        return errors;
    }
}
