using System.Collections.Immutable;
using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Runtime.Html;
using FlowBuilder.Runtime.Liquid;

namespace FlowBuilder.Runtime.Templates;

/// <summary>Looks a template over before it is saved: what is missing, what is broken and on which
/// line, and a trial with a customer nothing is known of.</summary>
public sealed class TemplateCheck : ITemplateCheck
{
    private readonly LiquidRenderer _renderer = new();

    /// <inheritdoc />
    public IReadOnlyList<TemplateFinding> Check(TemplateVersion template)
    {
        ArgumentNullException.ThrowIfNull(template);
        var findings = new List<TemplateFinding>();
        var parts = ChannelInfo.Of(template.Channel).Parts;
        if (parts is null) findings.Add(new("channel", 0, "Templates are for emails and texts. Choose email or text."));
        if (parts is { HasSubjectAndDesign: true })
        {
            if (string.IsNullOrWhiteSpace(template.Subject)) findings.Add(new("subject", 0, "An email needs a subject."));
            if (string.IsNullOrWhiteSpace(template.Html) && string.IsNullOrWhiteSpace(template.Text))
                findings.Add(new("html", 0, "The email is empty. Write its text."));
            Part(findings, "subject", template.Subject, html: false);
            Part(findings, "html", template.Html, html: true);
        }
        else if (string.IsNullOrWhiteSpace(template.Text))
        {
            findings.Add(new("text", 0, "The text is empty. Write what it says."));
        }

        Part(findings, "text", template.Text, html: false);
        if (findings.Count == 0) Work(findings, template);
        return findings;
    }

    /// <summary>What the message costs to write for somebody of whom everything is known: its parts
    /// together, as they are when it is sent.</summary>
    private void Work(List<TemplateFinding> findings, TemplateVersion template)
    {
        var fields = new MergeFields(WorstCase.For([template.Subject, template.Html, template.Text]), "https://example.com/u");
        foreach (var (field, source) in (ReadOnlySpan<(string, string?)>)[
            ("subject", template.Subject), ("html", template.Html), ("text", template.Text)
        ])
        {
            if (string.IsNullOrEmpty(source)) continue;
            try
            {
                _renderer.Render(LiquidText.Parse(source), fields, field == "html");
            }
            catch (LiquidException exception) when (exception.IsTooMuchWork)
            {
                findings.Add(new(field, exception.Line, exception.Message));
                return;
            }
            catch (LiquidException)
            {
                // A value that this made-up customer has and the text cannot work with says nothing about real ones.
            }
        }
    }

    private void Part(List<TemplateFinding> findings, string field, string? source, bool html)
    {
        if (string.IsNullOrEmpty(source)) return;
        if (source.Contains('\0', StringComparison.Ordinal))
            findings.Add(new(field, 0, "The text contains a character (U+0000) that cannot be sent. Remove it."));
        var text = LiquidText.Parse(source);
        findings.AddRange(text.Errors.Select(error => new TemplateFinding(field, error.Line, error.Message)));
        if (html) findings.AddRange(HtmlGuard.Check(source).Select(error => new TemplateFinding(field, error.Line, error.Message)));
        if (!text.Errors.IsEmpty) return;
        if (LiquidNames.Check(text) is { Count: > 0 } unknown)
        {
            findings.AddRange(unknown.Select(error => new TemplateFinding(field, error.Line, error.Message)));
            return;
        }

        try
        {
            _renderer.Render(text, new MergeFields(Nobody, "https://example.com/u"), html);
        }
        catch (LiquidException exception)
        {
            findings.Add(new(field, exception.Line, exception.Message));
        }
    }

    /// <summary>Somebody of whom nothing is known.</summary>
    internal static StepContext Nobody { get; } = new()
    {
        Facts = new Facts
        {
            Company = new Company { Id = new CompanyId(0), Name = "" },
            Customer = new Customer { Id = new CustomerId(0), Company = new CompanyId(0) },
        },
        Run = new Enrollment
        {
            Id = new EnrollmentId(0), Company = new CompanyId(0), Customer = new CustomerId(0), Sequence = default, Version = default,
            State = EnrollmentState.Active, EnteredAt = DateTimeOffset.UnixEpoch, EnteredSeq = 0,
            PinnedTemplates = ImmutableDictionary<string, int>.Empty,
        },
        Now = DateTimeOffset.UnixEpoch,
        Node = "",
        Pass = 1,
        ArrivedAt = DateTimeOffset.UnixEpoch,
        Filler = new TextFiller(),
    };
}
