namespace FlowBuilder.Application.Notifications;

/// <summary>Gathers what people are to be told of; they are told in the background.</summary>
public interface INotificationBuffer
{
    /// <summary>Notes something that did not come out of a turn.</summary>
    void Note(NotificationKey occasion, Happenings happenings);
}
