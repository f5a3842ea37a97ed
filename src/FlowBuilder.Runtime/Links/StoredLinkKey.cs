using FlowBuilder.Runtime.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Runtime.Links;

/// <summary>Keeps the installation's secret in the table <c>settings</c>; the first to ask makes it.</summary>
internal static class StoredLinkKey
{
    private const string Name = "links.key";

    /// <summary>The secret. The database must have been prepared.</summary>
    internal static LinkKey Read(IDbContextFactory<FlowBuilderContext> contexts)
    {
        using var context = contexts.CreateDbContext();
        if (Find(context) is { } stored) return stored;
        var made = new SettingRow { Name = Name, Value = Convert.ToBase64String(LinkKey.New()) };
        context.Settings.Add(made);
        try
        {
            context.SaveChanges();
            return new LinkKey(Convert.FromBase64String(made.Value));
        }
        catch (DbUpdateException)
        {
            // Another node was quicker; its secret is the one that counts.
            context.ChangeTracker.Clear();
            if (Find(context) is { } other) return other;
            throw;
        }
    }

    private static LinkKey? Find(FlowBuilderContext context) =>
        context.Settings.AsNoTracking().FirstOrDefault(setting => setting.Name == Name) is { } row ? new LinkKey(Convert.FromBase64String(row.Value)) : null;
}
