namespace FlowBuilder.Web.Hosting.RequestBodies;

/// <summary>Answers with the refusal of the first refused argument instead of running the handler.</summary>
internal static class RefuseBadArguments
{
    public static ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var argument in context.Arguments)
            if (argument is IRefusable { Refusal: { } refusal }) return ValueTask.FromResult<object?>(refusal);
        return next(context);
    }
}
