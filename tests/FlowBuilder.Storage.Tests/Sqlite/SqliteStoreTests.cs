using FlowBuilder.Storage.Tests.Contracts;

namespace FlowBuilder.Storage.Tests.Sqlite;

public sealed class SqliteInboxTests : InboxContract
{
    private protected override async Task<IStoreFixture> StartAsync() => await SqliteStoreFixture.StartAsync();
}

public sealed class SqliteCommitTests : CommitContract
{
    private protected override async Task<IStoreFixture> StartAsync() => await SqliteStoreFixture.StartAsync();
}

public sealed class SqliteReadBackTests : ReadBackContract
{
    private protected override async Task<IStoreFixture> StartAsync() => await SqliteStoreFixture.StartAsync();
}

public sealed class SqliteDueTests : DueContract
{
    private protected override async Task<IStoreFixture> StartAsync() => await SqliteStoreFixture.StartAsync();
}

public sealed class SqliteMergeTests : MergeContract
{
    private protected override async Task<IStoreFixture> StartAsync() => await SqliteStoreFixture.StartAsync();
}

public sealed class SqliteRetentionTests : RetentionContract
{
    private protected override async Task<IStoreFixture> StartAsync() => await SqliteStoreFixture.StartAsync();
}

public sealed class SqliteAuditTests : AuditContract
{
    private protected override async Task<IStoreFixture> StartAsync() => await SqliteStoreFixture.StartAsync();
}
