namespace FlowBuilder.Application.Sequences.Answers;

/// <summary>What came of a use case on a sequence: it is done, or it was refused and nothing has changed. A closed set.</summary>
/// <typeparam name="TDone">What the use case has to say when it is done.</typeparam>
public abstract record SequenceAnswer<TDone>
{
    private SequenceAnswer()
    {
    }

    /// <summary>Done with this.</summary>
    public static implicit operator SequenceAnswer<TDone>(TDone value) => new Done(value);

    /// <summary>Refused because of this.</summary>
    public static implicit operator SequenceAnswer<TDone>(SequenceRefusal why) => new Refused(why);

    /// <summary>Goes one way or the other.</summary>
    public abstract T Match<T>(Func<TDone, T> done, Func<SequenceRefusal, T> refused);

    /// <summary>It is done.</summary>
    /// <param name="Value">What came of it.</param>
    public sealed record Done(TDone Value) : SequenceAnswer<TDone>
    {
        /// <inheritdoc />
        public override T Match<T>(Func<TDone, T> done, Func<SequenceRefusal, T> refused) => done(Value);
    }

    /// <summary>Nothing has changed.</summary>
    /// <param name="Why">Which rule stood against it.</param>
    public sealed record Refused(SequenceRefusal Why) : SequenceAnswer<TDone>
    {
        /// <inheritdoc />
        public override T Match<T>(Func<TDone, T> done, Func<SequenceRefusal, T> refused) => refused(Why);
    }
}
