using System.Runtime.CompilerServices;

namespace FlowBuilder.Testing.Approvals;

/// <summary>Compares a text with the approved one in <c>NAME.approved.txt</c> beside the test's source. A
/// difference leaves <c>NAME.received.txt</c> there: look at it, and rename it if it is right.</summary>
public static class Approved
{
    /// <exception cref="InvalidOperationException">The text is not the approved one.</exception>
    public static void ShouldBeApproved(this string actual, string name, [CallerFilePath] string source = "")
    {
        ArgumentNullException.ThrowIfNull(actual);
        var folder = Path.GetDirectoryName(source)!;
        var (approved, received) = (Path.Combine(folder, $"{name}.approved.txt"), Path.Combine(folder, $"{name}.received.txt"));
        var text = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : null;
        if (text == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        throw new InvalidOperationException(expected is null
            ? $"Nothing is approved yet for {name}. See {name}.received.txt:\n{text}"
            : $"{name} is not as approved; first difference at line {FirstDifference(expected, text)}. See {name}.received.txt:\n{text}");
    }

    private static int FirstDifference(string expected, string text) =>
        expected.Split('\n').Zip(text.Split('\n')).TakeWhile(pair => pair.First == pair.Second).Count() + 1;
}
