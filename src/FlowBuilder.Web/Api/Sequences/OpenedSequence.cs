using System.Reflection;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.RequestBodies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary>
/// The sequence <c>{id}</c> of a route, opened with the password in the header. A route that changes a sequence or takes it away has
/// this argument; it cannot call the use case otherwise. A GET takes away, everything else changes.
/// </summary>
internal sealed class OpenedSequence : IRefusable, IEndpointParameterMetadataProvider
{
    /// <summary>Carries the password. A header, because addresses are logged and kept in histories.</summary>
    public const string Header = "X-Sequence-Password";

    private readonly SequenceAccess? _access;

    private OpenedSequence(SequenceAccess? access, ProblemHttpResult? refusal) => (_access, Refusal) = (access, refusal);

    public ProblemHttpResult? Refusal { get; }

    public SequenceAccess Access => _access ?? throw new InvalidOperationException("The sequence stayed locked.");

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new PasswordRoute());

    public static ValueTask<OpenedSequence?> BindAsync(HttpContext http, ParameterInfo parameter) =>
        BindAsync(http, http.Request.Headers[Header].ToString());

    /// <summary>The same with a password that came another way.</summary>
    public static async ValueTask<OpenedSequence?> BindAsync(HttpContext http, string password)
    {
        if (http.RequestServices.GetRequiredService<CallerResolver>().Find(http.User) is not { } caller
            || !SequenceId.TryParse(http.Request.RouteValues["id"] as string, out var sequence))
            return new(null, Problem.NotFound());
        var use = HttpMethods.IsGet(http.Request.Method) ? SequenceUse.TakeAway : SequenceUse.Change;
        var opening = await http.RequestServices
            .GetRequiredService<SequenceLock>()
            .OpenAsync(
                caller.Company, sequence, use,
                password is { Length: > 0 } ? new SequenceKey.Password(password) : new SequenceKey.Password(), caller.Actor,
                http.RequestAborted);
        return opening is SequenceOpening.Open open
            ? new(open.Access, null)
            : new(null, SequenceAnswers.Refusal(http, ((SequenceOpening.Closed)opening).Because));
    }
}

/// <summary>Marks a route that takes <see cref="OpenedSequence.Header"/>.</summary>
internal sealed class PasswordRoute;
