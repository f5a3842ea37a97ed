using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Actions;

/// <summary>A message made from a template. The channel is all that its steps say themselves.</summary>
public abstract record TemplateMessage : MessageStep
{
    /// <summary>The template's key.</summary>
    [Required, StringLength(Rules.LongestName), Display(Name = "Template", Description = "The message to send.")]
    public string? Template { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References => string.IsNullOrWhiteSpace(Template) ? [] : [new(ReferenceKind.Template, Template)];

    /// <summary>What is done with the message, as in <i>email</i>.</summary>
    private protected abstract string Verb { get; }

    /// <summary>The message, to the customer (null) or an employee.</summary>
    private protected abstract Effect Message(string template, Person? to);

    /// <summary>Verb, template and whom it reaches.</summary>
    private protected string Says(Names names, string whom)
    {
        ArgumentNullException.ThrowIfNull(names);
        return $"{Verb} {names.Template(string.IsNullOrWhiteSpace(Template) ? null : Template)} to {whom}";
    }
}
