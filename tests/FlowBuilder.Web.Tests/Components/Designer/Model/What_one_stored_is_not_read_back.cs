using FlowBuilder.Application.Sequences.Drafts;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Storage.Model.Sequences;
using FlowBuilder.Web.Components.Designer.Model;
using FlowBuilder.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace FlowBuilder.Web.Tests.Components.Designer.Model;

/// <summary>Whoever watches a draft is told of each save, one's own too: only what is newer than what one has is read.</summary>
public sealed class What_one_stored_is_not_read_back(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Draft =
        """{ "format": "flowbuilder.sequence/1", "title": "Mine", "description": "", "settings": {}, "nodes": [], "edges": [] }""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_read_only_where_it_is_newer()
    {
        var id = Guid.CreateVersion7();
        await using (var context = host.Context(1))
        {
            context.Sequences.Add(new SequenceRow
            {
                CompanyId = 1, Id = id, Title = "Mine", Draft = Draft, DraftRevision = 3, State = SequenceState.Draft,
                CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch, UpdatedBy = "Lena",
            });
            await context.SaveChangesAsync(Cancellation);
        }

        var reading = host.Services.GetRequiredService<DraftReader>();
        var (company, sequence) = (new CompanyId(1), new SequenceId(id));
        (await reading.ReadNewerAsync(company, sequence, 3, Cancellation)).ShouldBeNull("it is one's own");
        var newer = (await reading.ReadNewerAsync(company, sequence, 2, Cancellation)).ShouldNotBeNull();
        (newer.Revision, newer.Document.Title, newer.By).ShouldBe((3, "Mine", "Lena"));
        (await reading.ReadAsync(company, sequence, Cancellation)).ShouldNotBeNull().Revision.ShouldBe(3);
        (await reading.ReadNewerAsync(new CompanyId(2), sequence, 0, Cancellation)).ShouldBeNull();
    }
}
