using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Companies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Runtime.Links;

/// <summary>Keeps the installation's secret in the table <c>settings</c>, encrypted by the key ring; the first to ask makes it.</summary>
internal sealed class StoredLinkKey(IDbContextFactory<FlowBuilderContext> contexts, IDataProtectionProvider protection)
{
    private const string Name = "links.key";

    /// <summary>Tells an encrypted secret from one of an older edition, which is encrypted when it is first read.</summary>
    private const string Sealed = "sealed:";

    private readonly IDataProtector _protector = protection.CreateProtector("FlowBuilder.Links.v1");

    /// <summary>The secret. The database must have been prepared.</summary>
    internal LinkKey Read()
    {
        using var context = contexts.CreateDbContext();
        if (Find(context) is { } stored) return stored;
        var secret = LinkKey.New();
        context.Settings.Add(new SettingRow { Name = Name, Value = Seal(secret) });
        try
        {
            context.SaveChanges();
            return new LinkKey(secret);
        }
        catch (DbUpdateException)
        {
            // Another node was quicker; its secret is the one that counts.
            context.ChangeTracker.Clear();
            if (Find(context) is { } other) return other;
            throw;
        }
    }

    private LinkKey? Find(FlowBuilderContext context)
    {
        if (context.Settings.FirstOrDefault(setting => setting.Name == Name) is not { } row) return null;
        if (row.Value.StartsWith(Sealed, StringComparison.Ordinal))
            return new LinkKey(_protector.Unprotect(Convert.FromBase64String(row.Value[Sealed.Length..])));
        var secret = Convert.FromBase64String(row.Value);
        row.Value = Seal(secret);
        context.SaveChanges();
        return new LinkKey(secret);
    }

    private string Seal(byte[] secret) => Sealed + Convert.ToBase64String(_protector.Protect(secret));
}
