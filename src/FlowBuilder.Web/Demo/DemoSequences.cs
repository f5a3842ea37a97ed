namespace FlowBuilder.Web.Demo;

/// <summary>The demo company's sequences, as documents under <c>Demo/Sequences</c>.</summary>
internal static class DemoSequences
{
    private const string Folder = "Demo.Sequences.";

    /// <summary>File names without end, in the order in which they are made: one that names another comes after it.</summary>
    public static readonly string[] Keys =
    [
        "estimate-follow-up", "review-request", "unpaid-invoice", "win-back", "new-lead-welcome", "aeration-upsell", "season-start",
        "lawn-check-up",
    ];

    /// <summary>The ids by which documents name each other: made up, replaced by the real ones when the sequences are made.</summary>
    public static string Token(int number) => $"5eed0000-0000-4000-8000-{number + 1:000000000000}";

    public static string Read(string key) => DemoFiles.Read($"{Folder}{key}.json");
}
