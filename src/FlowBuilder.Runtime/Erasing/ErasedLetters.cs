using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Channels.Email;
using FlowBuilder.Storage.Ports;
using Microsoft.Extensions.Hosting;

namespace FlowBuilder.Runtime.Erasing;

/// <summary>Deletes what lies outside the database of people who were erased: letters kept as
/// files. What a crash left undone is done at the next start, before the pumps run.</summary>
public sealed class ErasedLetters : IHostedService
{
    private readonly IOutboxStore _outbox;
    private readonly IRetentionStore _retention;
    private readonly IKeptLetters _kept;

    internal ErasedLetters(IOutboxStore outbox, IRetentionStore retention, IKeptLetters kept) =>
        (_outbox, _retention, _kept) = (outbox, retention, kept);

    /// <summary>Deletes the files of everybody erased so far.</summary>
    public Task ForgetAsync(CancellationToken cancellation) => ForgetAsync(atStart: false, cancellation);

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => ForgetAsync(atStart: true, cancellationToken);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A message that was under way when its customer was erased has been answered for:
    /// its file, which may have been written meanwhile, goes.</summary>
    internal async ValueTask AnsweredAsync(CompanyId company, CustomerId customer, MessageId id, CancellationToken cancellation)
    {
        if (await _outbox.ReadMessageAsync(company, id, cancellation) is { } message)
            _kept.Forget(company, customer, [message.EffectKey(company)]);
    }

    private async Task ForgetAsync(bool atStart, CancellationToken cancellation)
    {
        foreach (var letters in await _retention.ReadLettersToForgetAsync(cancellation))
        {
            var (company, customer) = (new CompanyId(letters.Company), new CustomerId(letters.Customer));
            _kept.Forget(company, customer, letters.Effects);
            if (atStart || !letters.UnderWay) await _retention.LettersForgottenAsync(company, customer, cancellation);
        }
    }
}
