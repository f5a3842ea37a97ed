namespace FlowBuilder.Application.Sequences.Answers;

/// <summary>Has something to say for each <see cref="SequenceRefusal"/>: words for a screen, a code for the API.</summary>
/// <typeparam name="T">What it says.</typeparam>
public interface ISequenceRefusalVisitor<out T>
{
    /// <summary>The company has no such sequence.</summary>
    T NotFound();

    /// <summary>The company's plan has no sequences.</summary>
    T NotInSubscription();

    /// <summary>It is not in a state in which this can be done.</summary>
    /// <param name="because">Why, as a sentence.</param>
    T WrongState(string because);

    /// <summary>Somebody saved in the meantime.</summary>
    /// <param name="revision">That of the draft now.</param>
    T Stale(int revision);

    /// <summary>It has a password, and none was given.</summary>
    T PasswordNeeded();

    /// <summary>The password given is not the sequence's.</summary>
    T PasswordWrong();

    /// <summary>There were so many wrong passwords that none is looked at.</summary>
    /// <param name="wait">For how long.</param>
    T TooManyWrong(TimeSpan wait);

    /// <summary>The new password cannot be one.</summary>
    /// <param name="because">Why, as a sentence.</param>
    T PasswordRefused(string because);

    /// <summary>Protected sequences that are touched by it stayed closed.</summary>
    T Guarded(SequenceRefusal.Guarded guarded);
}
