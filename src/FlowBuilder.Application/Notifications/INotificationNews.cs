namespace FlowBuilder.Application.Notifications;

/// <summary>Gathers what people are to be told of; they are told in the background.</summary>
public interface INotificationNews
{
    /// <summary>Notes something that did not come out of a turn.</summary>
    void Note(Occasion occasion, Happenings happenings);
}
