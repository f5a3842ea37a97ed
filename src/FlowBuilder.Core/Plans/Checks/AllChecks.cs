namespace FlowBuilder.Core.Plans.Checks;

/// <summary>All checks there are, found by their interface; a new one is one new file.</summary>
internal static class AllChecks
{
    public static IReadOnlyList<ICheck> InOrder { get; } =
    [
        .. typeof(ICheck).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ICheck)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (ICheck)Activator.CreateInstance(type, nonPublic: true)!),
    ];
}
