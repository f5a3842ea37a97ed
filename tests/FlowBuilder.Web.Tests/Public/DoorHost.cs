using System.Collections.Concurrent;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Messages;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Addresses;
using FlowBuilder.Runtime.Channels.Text;
using FlowBuilder.Runtime.Intake;
using FlowBuilder.Runtime.Links;
using FlowBuilder.Web.Public;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlowBuilder.Web.Tests.Public;

/// <summary>Nothing but the doors, a company, two customers who share a phone, and one message.</summary>
internal sealed class DoorHost : IEngine, ICorrespondence, ICompanyCache, ISuppressions, IAsyncDisposable
{
    internal static readonly CompanyId CompanyId = new(7);
    private readonly WebApplication _app;

    private DoorHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services
            .AddSingleton<IEngine>(this)
            .AddSingleton<ICorrespondence>(this)
            .AddSingleton<ICompanyCache>(this)
            .AddSingleton<ISuppressions>(this)
            .AddSingleton<IIntake>(Intake).AddSingleton(Links).AddSingleton(Texts).AddAuthorization();
        _app = builder.Build();
        _app.MapDoors();
    }

    internal RecordingIntake Intake { get; } = new();

    /// <summary>What was said for and against addresses.</summary>
    internal List<string> Words { get; } = [];

    private readonly HashSet<string> _counted = [];

    internal ConcurrentQueue<(CustomerId Customer, TurnInput Input)> Asked { get; } = [];

    internal MessageLinks Links { get; } = new(new LinkTokens(new LinkKey(new byte[32])), new Uri("https://crm.example"));

    internal TextOptions Texts { get; } = new() { Account = "AC1", Token = "secret", From = "+15550009999" };

    internal Message Message { get; set; } = new()
    {
        Id = new MessageId(5), Customer = new CustomerId(41), Channel = Channel.Email, Template = "reminder",
        Html = "<a href=\"https://green.example/e?a=1&amp;b=2\">see</a>", Text = "see", To = "ann@example.com",
        State = MessageState.Sent, CreatedAt = DateTimeOffset.UnixEpoch,
    };

    internal List<KnownCustomer> People { get; } =
    [
        new(new CustomerId(41), "c-41", null, false), new(new CustomerId(42), null, "anon-42", false)
    ];

    public ValueTask<EngineProgress> ReadProgressAsync(CancellationToken cancellation) => throw new NotSupportedException();

    internal static async Task<DoorHost> StartAsync()
    {
        var host = new DoorHost();
        await host._app.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    internal HttpClient Client() => _app.GetTestClient();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public Company? Find(CompanyId company) => company == CompanyId ? new Company { Id = company, Name = "Green & Sons" } : null;

    public Task RefreshAsync(CompanyId company, CancellationToken cancellation) => Task.CompletedTask;

    public Task<Message?> FindMessageAsync(CompanyId company, CustomerId customer, MessageId message, CancellationToken cancellation) =>
        Task.FromResult(company == CompanyId && customer == Message.Customer && message == Message.Id ? Message : null);

    public Task<KnownCustomer?> FindCustomerAsync(CompanyId company, CustomerId customer, CancellationToken cancellation) =>
        Task.FromResult(company == CompanyId ? People.Find(person => person.Id == customer) : null);

    public Task<IReadOnlyList<KnownCustomer>> WithPhoneAsync(CompanyId company, string phone, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<KnownCustomer>>(company == CompanyId && phone == "+15551234567" ? People : []);

    public Task<TurnAnswer> AskAsync(CompanyId company, CustomerId customer, TurnInput input, CancellationToken cancellation)
    {
        Asked.Enqueue((customer, input));
        return Task.FromResult(TurnAnswer.Ok);
    }

    public Task AskEveryoneAsync(CompanyId company, TurnInput input, CancellationToken cancellation) => throw new NotSupportedException();

    public Task DrainAsync(CancellationToken cancellation) => throw new NotSupportedException();

    public AddressStatus Find(CompanyId company, Channel channel, string address) => AddressStatus.None;

    public Task NoteAsync(
        CompanyId company, Channel channel, string address, SuppressionReason reason, string source, CancellationToken cancellation)
    {
        Words.Add($"{company} {reason} {address}");
        return Task.CompletedTask;
    }

    public Task EndAsync(CompanyId company, Channel channel, string address, string source, CancellationToken cancellation)
    {
        Words.Add($"{company} ended {address}");
        return Task.CompletedTask;
    }

    public Task<bool> IsCountedAsync(CompanyId company, string call, CancellationToken cancellation) =>
        Task.FromResult(_counted.Contains(call));

    public Task CountAsync(CompanyId company, string call, CancellationToken cancellation)
    {
        _counted.Add(call);
        return Task.CompletedTask;
    }

    public Task<bool> MayTakeBackAsync(CompanyId company, CustomerId customer, MessageId message, CancellationToken cancellation) =>
        Task.FromResult(true);
}
