namespace FlowBuilder.Application.Companies;

/// <summary>What came of saving a company's settings. A closed set.</summary>
public abstract record CompanyAnswer
{
    private CompanyAnswer()
    {
    }

    /// <summary>Saved; these settings have changed, by their names. Somebody else's changes of others are kept.</summary>
    public sealed record Saved(CompanyDraft Current, IReadOnlyList<string> Changed) : CompanyAnswer;

    /// <summary>Nothing was saved: these fields are wrong.</summary>
    public sealed record Refused(IReadOnlyList<FieldFault> Faults) : CompanyAnswer;

    /// <summary>Nothing was saved: somebody else has changed one of the same settings meanwhile.</summary>
    /// <param name="Current">The settings as they are now.</param>
    /// <param name="Differences">Each in words: who changed what to what.</param>
    public sealed record Overtaken(CompanyDraft Current, IReadOnlyList<FieldFault> Differences) : CompanyAnswer;
}
