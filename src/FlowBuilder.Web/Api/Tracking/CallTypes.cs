namespace FlowBuilder.Web.Api.Tracking;

/// <summary>The names of <see cref="CallType"/> in bodies.</summary>
internal static class CallTypes
{
    /// <summary>The call of a <c>type</c> member; null when there is none of that name.</summary>
    public static CallType? Find(string? type) => type switch
    {
        "identify" => CallType.Identify,
        "track" => CallType.Track,
        "page" => CallType.Page,
        "screen" => CallType.Screen,
        "group" => CallType.Group,
        "alias" => CallType.Alias,
        _ => null,
    };
}
