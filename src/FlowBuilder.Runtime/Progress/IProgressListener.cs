using FlowBuilder.Storage.Ports;


namespace FlowBuilder.Runtime.Progress;

/// <summary>Told after each commit what has become true. Called on the pump's thread: take a note and return.</summary>
public interface IProgressListener
{
    void Committed(TurnBatch batch);
}
