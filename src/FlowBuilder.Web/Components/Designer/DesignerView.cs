namespace FlowBuilder.Web.Components.Designer;

/// <summary>How the draft is seen: as a drawing, or as a list. Stands in the page's address.</summary>
public enum DesignerView
{
    Canvas,
    Outline,
}
