using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace FlowBuilder.Runtime.Addresses;

/// <summary>Before the pumps start: the key of the addresses is there, and every customer can be looked up by address.</summary>
internal sealed class AddressPreparation(
    IDbContextFactory<FlowBuilderContext> contexts, AddressBackfill filling, AddressHashes hashes, ICompanyCache companies) : IHostedService
{
    private const string KeySetting = "addresses.key";

    /// <exception cref="DatabaseRefusedException">The key the suppressions were made with is missing.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var made = await context.Suppressions.IgnoreQueryFilters().Select(row => row.HashedWith).Distinct().ToListAsync(cancellationToken);
        if (made.Find(key => !hashes.Knows(key)) is { } missing)
            throw AddressKeys.Missing(missing);
        var setting = await context.Settings.FirstOrDefaultAsync(row => row.Name == KeySetting, cancellationToken);
        var isRotated = setting is not null && setting.Value != hashes.KeyName;
        foreach (var id in await context.Companies.IgnoreQueryFilters().Select(row => row.Id).ToListAsync(cancellationToken))
        {
            // A phone number is written by its company's country.
            await companies.RefreshAsync(new CompanyId(id), cancellationToken);
            if (isRotated) await filling.AgainAsync(new CompanyId(id), cancellationToken);
            else await filling.FillAsync(new CompanyId(id), cancellationToken);
        }

        if (setting is null) context.Settings.Add(new SettingRow { Name = KeySetting, Value = hashes.KeyName });
        else setting.Value = hashes.KeyName;
        await context.SaveChangesAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
