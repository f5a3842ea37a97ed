namespace FlowBuilder.Web.Components.Designer.Panels;

/// <summary>What stands at the designer's side.</summary>
public enum Panel
{
    Step,
    Problems,
    Words,
    Test,
    Settings,
    Now,
}
