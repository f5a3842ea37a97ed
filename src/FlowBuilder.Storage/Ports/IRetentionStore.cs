using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Storage.Ports;

/// <summary>What has outlived its use: rows that are too old, and files of people who were erased. Thread-safe.</summary>
public interface IRetentionStore
{
    /// <summary>Removes, in bounded slices, what is too old at <paramref name="now"/>; answers how many rows went.</summary>
    Task<long> PurgeAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Letters of erased people that may still lie as files.</summary>
    ValueTask<IReadOnlyList<EmailsToErase>> ReadLettersToForgetAsync(CancellationToken cancellation);

    /// <summary>The files are gone.</summary>
    Task LettersForgottenAsync(CompanyId company, CustomerId customer, CancellationToken cancellation);
}
