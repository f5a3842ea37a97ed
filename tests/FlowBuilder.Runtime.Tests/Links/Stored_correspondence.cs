using FlowBuilder.Application.Messages;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Addresses;
using FlowBuilder.Runtime.Channels;
using FlowBuilder.Runtime.Links;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Customers;
using FlowBuilder.Storage.Model.Messages;
using FlowBuilder.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Links;

/// <summary>Against a real database.</summary>
public sealed class Stored_correspondence : IDisposable
{
    private static readonly CompanyId Company = new(1);
    private readonly string _folder = Directory.CreateTempSubdirectory("flowbuilder-links-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<ServiceProvider> StartAsync()
    {
        var configuration = new ConfigurationBuilder().Build();
        var services = new ServiceCollection();
        services.AddLogging()
            .AddSqliteStorage(SqliteDatabase.Read(configuration, _folder), configuration).AddAddresses()
            .AddFlowBuilderChannels(configuration, _folder);
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<DatabasePreparation>().PrepareAsync(Stop);
        return provider;
    }

    private static CustomerRow Customer(long id, string? phone, string? userId = null, long? mergedInto = null) =>
        new() { CompanyId = Company.Value, Id = id, Phone = phone, UserId = userId, Fields = "{}", MergedInto = mergedInto };

    [Fact]
    public async Task Finds_customers_by_phone_however_it_is_written_and_only_in_their_company()
    {
        await using var provider = await StartAsync();
        await using (var context = provider.GetRequiredService<IDbContextFactory<FlowBuilderContext>>().CreateFor(Company))
        {
            context.Customers.AddRange(
                Customer(1, "(555) 123-4567", "c-1"), Customer(2, "+15551234567"), Customer(3, "555-123-4568", "c-3"),
                Customer(4, "5551234567", "c-4", mergedInto: 1));
            context.CustomerKeys.Add(new CustomerKeyRow
            {
                CompanyId = 1, Kind = CustomerKeyKind.Anonymous, Value = "anon-2", CustomerId = 2
            });
            context.Messages.Add(new MessageRow { CompanyId = 1, Id = 9, CustomerId = 2, Channel = Channel.Text, To = "+15551234567" });
            context.MessageBodies.Add(new MessageBodyRow { CompanyId = 1, MessageId = 9, Text = "Hi" });
            await context.SaveChangesAsync(Stop);
        }

        await provider.GetRequiredService<AddressBackfill>().FillAsync(Company, Stop);
        var correspondence = provider.GetRequiredService<ICorrespondence>();
        (await correspondence.WithPhoneAsync(
            Company, "+15551234567", Stop)).ShouldBe([new(new(2), null, "anon-2", false), new(new(1), "c-1", null, false)]);
        (await correspondence.FindCustomerAsync(
            Company, new(4), Stop))!.UserId.ShouldBe("c-1", "an old link leads to the one they were joined to");
        (await correspondence.FindMessageAsync(Company, new(2), new(9), Stop))!.Text.ShouldBe("Hi");
        (await correspondence.FindMessageAsync(Company, new(1), new(9), Stop)).ShouldBeNull();
        var other = new CompanyId(99);
        (await correspondence.WithPhoneAsync(other, "+15551234567", Stop)).ShouldBeEmpty();
        (await correspondence.FindCustomerAsync(other, new(1), Stop)).ShouldBeNull();
        (await correspondence.FindMessageAsync(other, new(2), new(9), Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Links_outlive_a_restart()
    {
        string url;
        await using (var first = await StartAsync()) url = first.GetRequiredService<MessageLinks>().Unsubscribe(Company, new(1), new(2));
        await using var second = await StartAsync();
        second.GetRequiredService<MessageLinks>()
            .Read(url.Split("/u/")[1], LinkUse.Unsubscribe)
            .ShouldBe(new LinkToken(LinkUse.Unsubscribe, Company, new(1), new(2)));
        second.GetServices<IMessageChannel>().Select(channel => channel.Channel).ShouldBe([Channel.Email, Channel.Text, Channel.Webhook]);
    }
}
