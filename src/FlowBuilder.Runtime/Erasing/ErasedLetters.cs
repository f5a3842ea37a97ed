using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Channels.Email;
using FlowBuilder.Storage;
using Microsoft.Extensions.Hosting;

namespace FlowBuilder.Runtime.Erasing;

/// <summary>Deletes what lies outside the database of people who were erased: letters kept as files. What a crash left undone is done at the next start, before the pumps run.</summary>
public sealed class ErasedLetters : IHostedService
{
    private readonly IEngineStore _store;
    private readonly IKeptLetters _kept;

    internal ErasedLetters(IEngineStore store, IKeptLetters kept) => (_store, _kept) = (store, kept);

    /// <summary>Deletes the files of everybody erased so far.</summary>
    public Task ForgetAsync(CancellationToken cancellation) => ForgetAsync(atStart: false, cancellation);

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => ForgetAsync(atStart: true, cancellationToken);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A message that was under way when its customer was erased has been answered for: its file, which may have been written meanwhile, goes.</summary>
    internal void Answered(CompanyId company, CustomerId customer, MessageId id)
    {
        if (_store.ReadMessage(company, id) is { } message) _kept.Forget(company, customer, [message.EffectKey(company)]);
    }

    private async Task ForgetAsync(bool atStart, CancellationToken cancellation)
    {
        foreach (var letters in _store.ReadLettersToForget())
        {
            var (company, customer) = (new CompanyId(letters.Company), new CustomerId(letters.Customer));
            _kept.Forget(company, customer, letters.Effects);
            if (atStart || !letters.UnderWay) await _store.LettersForgottenAsync(company, customer, cancellation);
        }
    }
}
