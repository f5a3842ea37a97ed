using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Sequences;

public sealed class The_owner_of_a_sequence(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly CompanyId Company = new(1);
    private static readonly Actor Tom = new("user:tom-1", "Tom");

    private SequenceDrafts Drafts => host.Services.GetRequiredService<SequenceDrafts>();

    [Fact]
    public async Task Is_who_made_it_until_the_draft_names_somebody_who_is_here()
    {
        await People.HireAsync(host.Services, "tom-1", "marketer");
        await People.HireAsync(host.Services, "ruth-1", "manager");
        var id = Made(
            await Drafts.CreateAsync(
                Company, new SequenceDocument { Title = "Owned" }, new SequenceKey.Password(), Tom, TestContext.Current.CancellationToken));
        (await OwnerAsync(id)).ShouldBe(("tom-1", "tom-1"));
        await SaveAsync(id, "ruth-1");
        (await OwnerAsync(id)).ShouldBe(("ruth-1", "ruth-1"));
        await SaveAsync(id, "nobody-here");
        (await OwnerAsync(id)).Row.ShouldBe("ruth-1", "a stranger's id changes nothing");
    }

    [Fact]
    public async Task Of_a_document_from_elsewhere_is_who_brings_it()
    {
        await People.HireAsync(host.Services, "tom-1", "marketer");
        var id = Made(
            await Drafts.CreateAsync(
                Company, new SequenceDocument { Title = "Brought", Settings = new SequenceSettings { Owner = "somebody-elsewhere" } },
                new SequenceKey.Password(), Tom, TestContext.Current.CancellationToken));
        (await OwnerAsync(id)).ShouldBe(("tom-1", "tom-1"));
    }

    private static SequenceId Made(SequenceAnswer<SavedSequence> answer) =>
        answer.ShouldBeOfType<SequenceAnswer<SavedSequence>.Done>().Value.Sequence;

    private async Task SaveAsync(SequenceId id, string owner)
    {
        var opening = await host.Services
            .GetRequiredService<SequenceLock>()
            .OpenAsync(
                Company, id, SequenceUse.Change, new SequenceKey.Session(Guid.NewGuid()), Tom, TestContext.Current.CancellationToken);
        (await Drafts.SaveAsync(
            opening.ShouldBeOfType<SequenceOpening.Open>().Access,
            new SequenceDocument { Title = "Owned", Settings = new SequenceSettings { Owner = owner } }, null, new SequenceKey.Password(),
            TestContext.Current.CancellationToken)).ShouldBeOfType<SequenceAnswer<SavedSequence>.Done>();
    }

    private async Task<(string? Row, string? Document)> OwnerAsync(SequenceId id)
    {
        await using var context = host.Context();
        var row = await context.Sequences.AsNoTracking().SingleAsync(one => one.Id == id.Value, TestContext.Current.CancellationToken);
        return (row.OwnerId, host.Services.GetRequiredService<SequenceDocumentJson>().Read(row.Draft).Document!.Settings.Owner);
    }
}
