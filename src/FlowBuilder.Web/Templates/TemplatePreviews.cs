using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Messages;
using FlowBuilder.Core.Steps;
using FlowBuilder.Runtime.Companies;
using FlowBuilder.Runtime.Storage;
using FlowBuilder.Runtime.Storage.Model;
using FlowBuilder.Runtime.Templates;
using FlowBuilder.Runtime.Time;
using FlowBuilder.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Templates;

/// <summary>A template as it would reach somebody, without sending anything.</summary>
internal sealed class TemplatePreviews(MessageWriter writer, ICompanyShelf companies, IEngineStore store, IDbContextFactory<FlowBuilderContext> contexts, ProductClock clock)
{
    /// <summary>Most customers offered for a search.</summary>
    private const int MostChoices = 12;

    /// <summary>Renders a template for a customer of the caller's company; null or one who is not there (any more): for a made-up one.</summary>
    public async Task<Rendering> RenderAsync(Caller caller, TemplateVersion draft, CustomerId? customer, CancellationToken cancellation) =>
        writer.Try(draft, await RunAsync(caller, customer, cancellation));

    /// <summary>Customers whose name, email or phone has the words.</summary>
    public async Task<IReadOnlyList<CustomerChoice>> FindCustomersAsync(Caller caller, string words, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(caller.Company);
        var text = words.Trim().ToLowerInvariant();
        var rows = context.Customers.AsNoTracking().Where(row => row.MergedInto == null);
        if (text.Length > 0) rows = rows.Where(row => row.SearchText.Contains(text));
        return await rows.OrderByDescending(row => row.Id).Take(MostChoices).Select(row => new CustomerChoice(row.Id, row.Name, row.Email)).ToListAsync(cancellation);
    }

    private async Task<StepContext> RunAsync(Caller caller, CustomerId? customer, CancellationToken cancellation)
    {
        var company = companies.Find(caller.Company)!;
        if (customer is not { } chosen) return SampleRun.Of(company, clock.Now);
        await using var context = contexts.CreateFor(caller.Company);
        var isOurs = await context.Customers.AnyAsync(row => row.Id == chosen.Value && row.MergedInto == null, cancellation);
        return isOurs && store.ReadBook(company, chosen) is { } book ? SampleRun.Of(book.Facts, clock.Now) : SampleRun.Of(company, clock.Now);
    }
}

/// <summary>A customer to look at a template with.</summary>
public sealed record CustomerChoice(long Id, string Name, string? Email);
