using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FlowBuilder.Web.Tests.Support;

/// <summary>Counts the questions that are asked of one database through EF, whoever asks.</summary>
internal sealed class AskedQuestions : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _file;
    private readonly List<IDisposable> _heard = [];
    private int _count;

    public AskedQuestions(string file)
    {
        _file = file;
        _heard.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>How many since the last taking.</summary>
    public int Take() => Interlocked.Exchange(ref _count, 0);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Microsoft.EntityFrameworkCore.DbLoggerCategory.Name) _heard.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name
            && value.Value is CommandExecutedEventData asked
            && asked.Command.Connection?.DataSource == _file)
            Interlocked.Increment(ref _count);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _heard.ForEach(one => one.Dispose());
}
