using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Sequences;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Demo;

/// <summary>
/// Makes the demo company before the program begins to listen: people and templates, then the sequences through the publishing use
/// case, then history through the inbox as imported events, then a few events of today that enroll. Every part looks first whether it
/// is there, so a start after a crash goes on where the last one was, and any later start does nothing.
/// </summary>
internal sealed partial class DemoSeed(
    IDbContextFactory<FlowBuilderContext> contexts, SequenceDrafts drafts, SequenceLock locks, PublishSequence publishing,
    SequenceDocumentJson documents, IIntake intake, IEngine engine,
    DemoAccounts accounts, ProductClock clock, ILogger<DemoSeed> log) : IHostedService
{
    private static readonly Actor MadeBy = Actor.Of("tom", "Tom Ashby");
    private const int BatchSize = 500;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var made = await MakeCompanyAsync(now, cancellationToken);
        if (await accounts.MakeAsync(DemoCompany.Id, cancellationToken) || made)
            await engine.RefreshAsync(DemoCompany.Id, cancellationToken);
        if (await HasHistoryAsync(cancellationToken)) return;
        await MakeSequencesAsync(cancellationToken);
        var customers = DemoCustomers.All(now);
        var history = DemoHistory.Of(customers, now);
        foreach (var batch in history.Chunk(BatchSize)) await intake.AcceptAsync(batch, cancellationToken);
        await intake.AcceptAsync([.. DemoToday.Of(customers, now)], cancellationToken);
        Seeded(log, customers.Count, history.Count, DemoSequences.Keys.Length);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Company, people and templates in one commit.</summary>
    private async Task<bool> MakeCompanyAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var context = await OpenAsync(cancellation);
        if (await context.Companies.AnyAsync(cancellation)) return false;
        context.Companies.Add(DemoCompany.Row(now));
        context.Users.AddRange(DemoCompany.People());
        foreach (var template in DemoTemplates.Rows(now))
        {
            context.Templates.Add(template);
            context.TemplateRevisions.Add(new TemplateRevisionRow
            {
                CompanyId = template.CompanyId, Key = template.Key, Revision = template.Revision, Name = template.Name,
                Channel = template.Channel, Purpose = template.Purpose,
                Subject = template.Subject, Html = template.Html, Text = template.Text, CreatedAt = now, CreatedBy = template.UpdatedBy,
            });
        }

        await context.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>The last event of all is the mark that everything before it is there.</summary>
    private async Task<bool> HasHistoryAsync(CancellationToken cancellation)
    {
        await using var context = await OpenAsync(cancellation);
        return await context.Events.AnyAsync(happened => happened.Source == DemoCompany.Source && !happened.Imported, cancellation);
    }

    private async Task MakeSequencesAsync(CancellationToken cancellation)
    {
        var made = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var context = await OpenAsync(cancellation);
        var known = await context.Sequences.AsNoTracking().ToDictionaryAsync(row => row.Title, row => row, cancellation);
        for (var number = 0; number < DemoSequences.Keys.Length; number++)
        {
            var text = made.Aggregate(
                DemoSequences.Read(DemoSequences.Keys[number]),
                (current, pair) => current.Replace(pair.Key, pair.Value, StringComparison.Ordinal));
            var document = documents.Read(text).Document
                ?? throw new InvalidOperationException($"The demo sequence {DemoSequences.Keys[number]} cannot be read.");
            var row = known.GetValueOrDefault(document.Title);
            var id = row is null
                ? (await drafts.CreateReadyMadeAsync(
                    DemoCompany.Id, document, MadeBy,
                    cancellation)).Match(saved => saved.Sequence, refusal => throw NotMade(document, refusal))
                : new SequenceId(row.Id);
            made[DemoSequences.Token(number)] = id.ToString();
            if (row is { VersionNumber: > 0 }) continue;
            await context.Sequences
                .Where(one => one.Id == id.Value)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.Demo, true).SetProperty(one => one.OwnerId, "tom"), cancellation);
            var opened = await locks.OpenAsync(DemoCompany.Id, id, SequenceUse.Change, new SequenceKey.Password(), MadeBy, cancellation);
            var answer = opened is SequenceOpening.Open open
                ? await publishing.PublishAsync(open.Access, null, cancellation)
                : ((SequenceOpening.Closed)opened).Because;
            if (answer is not PublishAnswer.Published) throw NotMade(document, answer);
        }
    }

    private static InvalidOperationException NotMade(SequenceDocument document, object answer) =>
        new($"The demo sequence “{document.Title}” was not made and published: {answer}");

    private async Task<FlowBuilderContext> OpenAsync(CancellationToken cancellation)
    {
        var context = await contexts.CreateDbContextAsync(cancellation);
        context.CurrentCompany = DemoCompany.Id;
        return context;
    }

    [LoggerMessage(
        LogLevel.Information, "Demo company made: {Customers} customers, {Events} events of their history, {Sequences} sequences")]
    private static partial void Seeded(ILogger log, int customers, int events, int sequences);
}
