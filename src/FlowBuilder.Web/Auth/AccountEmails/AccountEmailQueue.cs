using System.Collections.Concurrent;
using System.Threading.Channels;
using FlowBuilder.Application.Accounts;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Auth.Accounts;
using Microsoft.AspNetCore.Identity;

namespace FlowBuilder.Web.Auth.AccountEmails;

/// <summary>
/// Writes letters behind the scenes. A page that takes a forgotten password's address only drops it here, so that its answer and the time
/// it takes are the same whether or not there is an account. What waits is lost at a stop; the person asks again.
/// </summary>
public sealed partial class AccountEmailQueue(
    IServiceScopeFactory scopes, AccountEmailWriter letters, TimeProvider clock,
    ILogger<AccountEmailQueue> log) : BackgroundService, IAccountEmailQueue
{
    /// <summary>Letters of one kind an address gets in an hour at most, so that nobody's mailbox is filled from outside.</summary>
    public const int MostAnHour = 5;

    private readonly Channel<AccountNote> _waiting =
        Channel.CreateBounded<AccountNote>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<string, (DateTimeOffset Since, int Count)> _sent = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public void Drop(AccountNote note) => _waiting.Writer.TryWrite(note);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var note in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await WriteAsync(note, scope.ServiceProvider.GetRequiredService<UserManager<AccountRow>>(), stoppingToken) is { } fault)
                    NotSent(log, fault);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(log, e);
            }
        }
    }

    private async Task<string?> WriteAsync(AccountNote note, UserManager<AccountRow> accounts, CancellationToken cancellation)
    {
        switch (note)
        {
            case AccountNote.Forgotten forgotten when await accounts.FindByEmailAsync(forgotten.Email) is { } account
                && MaySend("reset", account.Email!):
                return await letters.ResetPasswordAsync(
                    account, UrlToken.Write(await accounts.GeneratePasswordResetTokenAsync(account)), cancellation);
            case AccountNote.NewEmail change when await accounts.FindByIdAsync(change.Account.ToString()) is { } account
                && await accounts.FindByEmailAsync(change.Email) is null
                && MaySend("email", change.Email):
                return await letters.ConfirmEmailAsync(
                    account, change.Email, UrlToken.Write(await accounts.GenerateChangeEmailTokenAsync(account, change.Email)),
                    cancellation);
            case AccountNote.Happened happened when await accounts.FindByIdAsync(happened.Account.ToString()) is { } account:
                return await letters.NoticeAsync(account, happened.To, happened.What, cancellation);
            default:
                return null;
        }
    }

    private bool MaySend(string kind, string email)
    {
        var now = clock.GetUtcNow();
        foreach (var (key, old) in _sent)
            if (now - old.Since > TimeSpan.FromHours(1)) _sent.TryRemove(key, out _);
        var (_, count) = _sent.AddOrUpdate($"{kind} {EmailAddress.Normal(email)}", (now, 1), (_, known) => (known.Since, known.Count + 1));
        return count <= MostAnHour;
    }

    [LoggerMessage(LogLevel.Warning, "An email about a sign-in was not sent: {Because}")]
    private static partial void NotSent(ILogger log, string because);

    [LoggerMessage(LogLevel.Error, "An email about a sign-in could not be written")]
    private static partial void Failed(ILogger log, Exception exception);
}
