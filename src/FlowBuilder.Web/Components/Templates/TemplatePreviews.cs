using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Templates;

namespace FlowBuilder.Web.Components.Templates;

/// <summary>A template as it would reach somebody, without sending anything.</summary>
public sealed class TemplatePreviews(MessageWriter writer, ICompanyCache companies, CustomerSamples samples, ProductClock clock)
{
    /// <summary>Renders a template for a customer of the caller's company; null or one who is not
    /// there (any more): for a made-up one.</summary>
    public async Task<Rendering> RenderAsync(Caller caller, TemplateVersion draft, CustomerId? customer, CancellationToken cancellation)
    {
        var facts = customer is { } chosen ? await samples.FactsAsync(caller, chosen, cancellation) : null;
        return writer.Try(draft, facts is null ? SampleRun.Of(companies.Find(caller.Company)!, clock.Now) : SampleRun.Of(facts, clock.Now));
    }
}
