namespace FlowBuilder.Application.Templates;

/// <summary>Looks a template over before it is saved.</summary>
public interface ITemplateCheck
{
    /// <summary>Everything wrong with it; empty when it can be saved.</summary>
    IReadOnlyList<TemplateFinding> Check(TemplateVersion template);
}

/// <summary>Something wrong with a template.</summary>
/// <param name="Field"><c>subject</c>, <c>html</c>, <c>text</c> or <c>channel</c>.</param>
/// <param name="Line">Line in that field, 1 the first; 0 when it concerns the whole.</param>
/// <param name="Message">What is wrong and what to do.</param>
public readonly record struct TemplateFinding(string Field, int Line, string Message);
