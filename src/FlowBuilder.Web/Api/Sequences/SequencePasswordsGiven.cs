using System.Reflection;
using FlowBuilder.Application.Sequences.Protection;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary>
/// The passwords that came in <see cref="OpenedSequence.Header"/>, for routes that may touch protected sequences they do not name: a
/// document that is a protected drawing, a template that protected sequences send. The header may come once for each password.
/// </summary>
internal sealed class SequencePasswordsGiven : IEndpointParameterMetadataProvider
{
    /// <summary>More are not looked at: each costs a slow hash.</summary>
    private const int Most = 5;

    /// <summary>How some clients put several values of a header into one line (RFC 9110, 5.3). A
    /// password may hold it too, so the line counts as one as well.</summary>
    private const string Between = ", ";

    private SequencePasswordsGiven(SequenceKey key) => Key = key;

    public SequenceKey Key { get; }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new PasswordsRoute());

    public static ValueTask<SequencePasswordsGiven?> BindAsync(HttpContext http, ParameterInfo parameter) =>
        ValueTask.FromResult<SequencePasswordsGiven?>(Of(http));

    /// <summary>What the call brings.</summary>
    public static SequencePasswordsGiven Of(HttpContext http) =>
        new(new SequenceKey.Password(
            [.. http.Request.Headers[OpenedSequence.Header]
                .OfType<string>()
                .SelectMany(line => line.Split(Between).Prepend(line))
                .Where(text => text.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Take(Most)]));
}

/// <summary>Marks a route that takes <see cref="OpenedSequence.Header"/> for sequences its address does not name.</summary>
internal sealed class PasswordsRoute;
