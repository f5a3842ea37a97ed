namespace FlowBuilder.Runtime.Progress;

/// <summary>How news reach the screens of a node.</summary>
public enum LiveReach
{
    /// <summary>There is one node: at once.</summary>
    OneNode,

    /// <summary>From all nodes at once, over Redis.</summary>
    Redis,

    /// <summary>Redis is configured but cannot be reached: screens look again every few seconds.</summary>
    RedisAway,

    /// <summary>There are several nodes and no Redis: screens look again every few seconds.</summary>
    Rereading,
}
