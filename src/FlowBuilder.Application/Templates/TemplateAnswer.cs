using FlowBuilder.Application.Sequences.Answers;

namespace FlowBuilder.Application.Templates;

/// <summary>What came of saving a template. A closed set.</summary>
public abstract record TemplateAnswer
{
    private TemplateAnswer()
    {
    }

    /// <summary>Saved under this revision.</summary>
    public sealed record Saved(int Revision) : TemplateAnswer;

    /// <summary>Somebody saved in the meantime: it is at <paramref name="Revision"/>.</summary>
    public sealed record Stale(int Revision) : TemplateAnswer;

    /// <summary>Protected sequences send it, and they stayed closed.</summary>
    public sealed record Guarded(SequenceRefusal.Guarded By) : TemplateAnswer;

    /// <summary>It would not work.</summary>
    public sealed record Refused(IReadOnlyList<TemplateFinding> Findings) : TemplateAnswer;
}
