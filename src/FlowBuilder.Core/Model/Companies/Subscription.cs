namespace FlowBuilder.Core.Model.Companies;

/// <summary>What a company has bought. Sequences run on Growth and Enterprise.</summary>
public enum Subscription
{
    Starter,
    Growth,
    Enterprise,
}
