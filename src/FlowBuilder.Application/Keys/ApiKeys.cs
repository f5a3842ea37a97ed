using System.Globalization;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Storage.Ports;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Keys;

/// <summary>Makes, rotates and revokes the keys of a company. The caller has asked for
/// <see cref="Core.Model.Access.Right.ChangeKeys"/>.</summary>
public sealed class ApiKeys(
    IDbContextFactory<FlowBuilderContext> contexts, StoredKeys stored, NewIds ids, TimeProvider clock, AuditTrail audit)
{
    /// <summary>Live keys of one name and source: the old one works until the new one is in use everywhere.</summary>
    public const int MostAlike = 2;

    private const int LongestName = 100;

    /// <summary>All keys ever made, the newest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CompanyId company, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return [.. (await context.ApiKeys.AsNoTracking().OrderByDescending(row => row.Id).ToListAsync(cancellation)).Select(ApiKey.Of)];
    }

    private static bool IsLive(ApiKeyRow row, DateTimeOffset now) => ApiKey.Of(row).IsLive(now);

    public async Task<KeyAnswer> MakeAsync(CompanyId company, KeyWish wish, Actor by, CancellationToken cancellation)
    {
        var name = wish.Name.Trim();
        var source = string.IsNullOrWhiteSpace(wish.Source) ? name : wish.Source.Trim();
        if (Fault(name, source, wish.Scopes) is { } fault) return new KeyAnswer.Refused(fault);
        var number = await ids.NextAsync(cancellation);
        await using var context = contexts.CreateFor(company);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if ((await AlikeAsync(context, name, source, cancellation)).Count > 0)
            return new KeyAnswer.Refused(
                $"There is already a key “{name}” with this source. Rotate it to get a second one, or choose another name.");
        var now = clock.GetUtcNow();
        var (row, text) = New(number, name, ScopeText.Write(wish.Scopes), source, now, now + wish.Lasts, by);
        context.ApiKeys.Add(row);
        audit.Add(
            context, by, "key.make", Subject(row), $"created the API key “{name}” ({row.Prefix}), which can {ScopeText.Say(wish.Scopes)}",
            after: Until(row));
        return await KeepAsync(context, transaction, new KeyAnswer.Made(name, text), cancellation);
    }

    /// <summary>Makes a second key like it; the first one stays until it is revoked.</summary>
    public async Task<KeyAnswer> RotateAsync(CompanyId company, long number, Actor by, CancellationToken cancellation)
    {
        var next = await ids.NextAsync(cancellation);
        await using var context = contexts.CreateFor(company);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await context.ApiKeys.FirstOrDefaultAsync(key => key.Id == number, cancellation) is not { } old)
            return new KeyAnswer.NotFound();
        var now = clock.GetUtcNow();
        if (!IsLive(old, now)) return new KeyAnswer.Refused($"“{old.Name}” no longer works. Create a new key.");
        if ((await AlikeAsync(context, old.Name, old.Source, cancellation)).Count >= MostAlike)
            return new KeyAnswer.Refused($"“{old.Name}” already has two live keys. Revoke the older one first.");
        var (row, text) = New(next, old.Name, old.Scopes, old.Source, now, now + (old.ExpiresAt - old.CreatedAt), by);
        context.ApiKeys.Add(row);
        audit.Add(
            context, by, "key.rotate", Subject(row), $"created a second API key “{row.Name}” ({row.Prefix}) to replace {old.Prefix}",
            after: Until(row));
        return await KeepAsync(context, transaction, new KeyAnswer.Made(row.Name, text), cancellation);
    }

    public async Task<KeyAnswer> RevokeAsync(CompanyId company, long number, Actor by, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await context.ApiKeys.FirstOrDefaultAsync(key => key.Id == number, cancellation) is not { } row)
            return new KeyAnswer.NotFound();
        if (row.RevokedAt is not null) return new KeyAnswer.Revoked();
        row.RevokedAt = clock.GetUtcNow();
        audit.Add(context, by, "key.revoke", Subject(row), $"revoked the API key “{row.Name}” ({row.Prefix})");
        return await KeepAsync(context, transaction, new KeyAnswer.Revoked(), cancellation);
    }

    /// <summary>The number is taken before the transaction begins: a fresh block of numbers is a write of its own.</summary>
    private static (ApiKeyRow Row, string Text) New(
        long number, string name, string scopes, string source, DateTimeOffset now, DateTimeOffset? expires, Actor by)
    {
        var text = KeyText.New(number);
        return (new ApiKeyRow
        {
            Id = number, Name = name, Hash = KeyText.Hash(text), Prefix = KeyText.PrefixOf(number), Scopes = scopes, Source = source,
            CreatedAt = now, CreatedBy = by.Name, ExpiresAt = expires,
        }, text);
    }

    private async Task<KeyAnswer> KeepAsync(
        FlowBuilderContext context, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, KeyAnswer answer,
        CancellationToken cancellation)
    {
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        stored.Forget();
        return answer;
    }

    private async Task<List<ApiKeyRow>> AlikeAsync(FlowBuilderContext context, string name, string source, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var rows = await context.ApiKeys.AsNoTracking()
            .Where(key => key.RevokedAt == null && key.Source == source)
            .ToListAsync(cancellation);
        return rows.FindAll(row => string.Equals(row.Name, name, StringComparison.OrdinalIgnoreCase) && IsLive(row, now));
    }

    private static string? Fault(string name, string source, KeyScopes scopes) =>
        name.Length is 0 or > LongestName || name.Any(char.IsControl)
        ? $"Give the key a name of at most {LongestName} characters, such as “Website”."
        : source.Length > Lengths.Source || source.Any(char.IsControl) ? $"The source can have at most {Lengths.Source} characters."
        : scopes == KeyScopes.None ? "Choose what the key can do."
        : (scopes & ~KeyScopes.Browser) is var without && without.HasFlag(KeyScopes.Ingest) && without != KeyScopes.Ingest
        ? "A key that sends events can do nothing else. Create a second key for the rest."
        : scopes.HasFlag(KeyScopes.Browser) && !scopes.HasFlag(KeyScopes.Ingest) ? "A key in the code of a page can only send events."
        : null;

    private static string Subject(ApiKeyRow row) => row.Id.ToString(CultureInfo.InvariantCulture);

    private static string Until(ApiKeyRow row) =>
        row.ExpiresAt is { } end ? $"expires {end.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)}" : "does not expire";
}
