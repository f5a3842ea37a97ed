namespace FlowBuilder.Storage.Ports;

/// <summary>Letters of an erased person that may lie as files: kept among the installation's
/// settings until they are gone. Names nobody.</summary>
/// <param name="Company">The company's number.</param>
/// <param name="Customer">The number the person had.</param>
/// <param name="Effects">Effect keys of all messages.</param>
/// <param name="UnderWay">One was with its channel when the person was erased: its file may appear until the program ends.</param>
public sealed record EmailsToErase(int Company, long Customer, IReadOnlyList<string> Effects, bool UnderWay)
{
    /// <summary>How the setting's name begins.</summary>
    internal const string Setting = "letters-to-forget:";
}
