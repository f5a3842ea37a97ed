namespace FlowBuilder.Application.Live;

/// <summary>Tells those who watch that something has changed; what it is now they read themselves.</summary>
public interface ILiveFeed
{
    /// <summary>Something of this topic has changed. Costs next to nothing when nobody watches.</summary>
    void Touch(LiveTopic topic);
}
