using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Notifications;
using FlowBuilder.Application.Runs;
using FlowBuilder.Application.Suppressions;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Runtime.Addresses;
using FlowBuilder.Runtime.Caching;
using FlowBuilder.Runtime.Channels;
using FlowBuilder.Runtime.Delivery;
using FlowBuilder.Runtime.Pump;
using FlowBuilder.Runtime.Templates;
using FlowBuilder.Runtime.Time;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace FlowBuilder.Runtime;

/// <summary>Puts the engine together: caches, pumps, intake, clock. Storage, templates and channels register themselves.</summary>
public static class RuntimeRegistration
{
    /// <summary>
    /// Registers database, engine, templates and channels. A <see cref="Core.Steps.Catalogue.StepCatalog"/> must be registered by the
    /// caller, who knows the steps.
    /// </summary>
    /// <param name="services">The program's services.</param>
    /// <param name="database">What it runs on.</param>
    /// <param name="configuration">The sections of contract.md section 5, and <c>Engine</c>.</param>
    /// <param name="contentRoot">Relative file names start here.</param>
    public static IServiceCollection AddFlowBuilderRuntime(
        this IServiceCollection services, IDatabase database, IConfiguration configuration, string contentRoot)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(database);
        services.TryAddSingleton(TimeProvider.System);
        database.AddTo(services, configuration);
        services.AddAddresses();
        services.TryAddSingleton<StepJson>(provider => new StepJson(provider.GetRequiredService<StepCatalog>()));
        services.TryAddSingleton(provider => new SequenceDocumentJson(provider.GetRequiredService<StepJson>()));
        services.TryAddSingleton(provider => new PlanCompiler(provider.GetRequiredService<StepJson>()));
        services.TryAddSingleton(provider => new PlanJson(provider.GetRequiredService<StepJson>()));
        services.AddFlowBuilderTemplates().AddFlowBuilderChannels(configuration, contentRoot);
        services.AddSingleton(_ => HandoverJournal.Open(database.Beside("-handover"), HandoverJournal.BootId()));
        return services.AddEngine(configuration, database);
    }

    private static IServiceCollection AddEngine(this IServiceCollection services, IConfiguration configuration, IDatabase database)
    {
        services.AddOptions<EngineOptions>().Bind(configuration.GetSection(EngineOptions.Section))
            .Validate(
                options => options.Partitions is >= 1 and <= EngineOptions.MostPartitions,
                "Engine:Partitions must be a number from 1 to 64.")
            .Validate(
                options => options.StepsPerTurn is >= 1 and <= EngineOptions.MostSteps,
                "Engine:StepsPerTurn must be a number from 1 to 1,000.")
            .ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<EngineOptions>>().Value);
        services.TryAddSingleton(CustomerLimits.Standard);
        AddClock(services, configuration.GetValue<bool>("Qa:Enabled"));

        services.AddSingleton<CompanyCache>()
            .AddSingleton<ICompanyCache>(provider => provider.GetRequiredService<CompanyCache>())
            .AddSingleton<ICompanyCountries>(provider => provider.GetRequiredService<CompanyCache>())
            .AddSingleton<IReloadable>(provider => provider.GetRequiredService<CompanyCache>());
        services.AddSingleton<PlanCache>().AddSingleton<IPlanCache>(provider => provider.GetRequiredService<PlanCache>())
            .AddSingleton<IReloadable>(provider => provider.GetRequiredService<PlanCache>());
        services.AddSingleton<IRotation, Rotation>();
        services.AddSingleton(
            provider => new Erasing.ErasedLetters(
                provider.GetRequiredService<IOutboxStore>(), provider.GetRequiredService<IRetentionStore>(),
                provider.GetRequiredService<Channels.Email.IKeptLetters>()));
        services.AddSingleton<SuppressionList>().AddSingleton<ISuppressions>(provider => provider.GetRequiredService<SuppressionList>())
            .AddSingleton<ISuppressionList>(provider => provider.GetRequiredService<SuppressionList>());
        services.AddSingleton<ChannelDispatcher>().AddSingleton<DeliveryTools>().AddSingleton<PumpMeter>().AddSingleton<Sweeps>();
        services.AddSingleton(provider => new PumpTools
        {
            Inbox = provider.GetRequiredService<IInbox>(),
            Turns = provider.GetRequiredService<ITurnStore>(),
            Due = provider.GetRequiredService<IDueStore>(),
            Outbox = provider.GetRequiredService<IOutboxStore>(),
            Partitions = provider.GetRequiredService<IPartitionStore>(),
            Companies = provider.GetRequiredService<ICompanyCache>(),
            Addresses = provider.GetRequiredService<SuppressionCache>(),
            Plans = provider.GetRequiredService<IPlanCache>(),
            Ids = provider.GetRequiredService<NewIds>(),
            Filler = provider.GetRequiredService<Core.Steps.Running.ITextFiller>(),
            Writer = provider.GetRequiredService<Core.Engine.Turns.IMessageWriter>(),
            Rotation = provider.GetRequiredService<IRotation>(),
            ChannelDispatcher = provider.GetRequiredService<ChannelDispatcher>(),
            Letters = provider.GetRequiredService<Erasing.ErasedLetters>(),
            Delivery = provider.GetRequiredService<DeliveryTools>(),
            Clock = provider.GetRequiredService<ProductClock>(),
            SystemClock = provider.GetRequiredService<TimeProvider>(),
            Listeners = [.. provider.GetServices<Progress.IProgressListener>()],
            Limits = provider.GetRequiredService<CustomerLimits>(),
            Meter = provider.GetRequiredService<PumpMeter>(),
            StatesOfPump = StateCache.InAll / provider.GetRequiredService<EngineOptions>().Partitions,
            StepsPerTurn = provider.GetRequiredService<EngineOptions>().StepsPerTurn,
            Log = provider.GetRequiredService<ILogger<PartitionPump>>(),
        });
        services.AddSingleton(provider => new PumpHost(provider.GetRequiredService<PumpTools>(), provider.GetServices<IReloadable>(),
            provider.GetRequiredService<Sweeps>(), provider.GetRequiredService<EngineOptions>()));
        services.AddSingleton<IEngine>(provider => provider.GetRequiredService<PumpHost>());
        services.AddSingleton<IIntake, Intake.Intake>();
        services.AddSingleton<Progress.LiveFeed>()
            .AddSingleton<ILiveFeed>(provider => provider.GetRequiredService<Progress.LiveFeed>())
            .AddSingleton<Progress.RecentRuns>()
            .AddSingleton<IRecentRuns>(provider => provider.GetRequiredService<Progress.RecentRuns>())
            .AddSingleton<Progress.IProgressListener>(provider => provider.GetRequiredService<Progress.RecentRuns>())
            // Last of them: whoever is told reads what the others know.
            .AddSingleton<Progress.IProgressListener, Progress.ProgressTopics>();
        services.AddSingleton<Notifications.NotificationBuffer>()
            .AddSingleton<INotificationBuffer>(provider => provider.GetRequiredService<Notifications.NotificationBuffer>())
            .AddSingleton<Progress.IProgressListener>(provider => provider.GetRequiredService<Notifications.NotificationBuffer>())
            .AddSingleton<Notifications.NotificationWriter>().AddSingleton<Notifications.NotificationMail>();
        services.TryAddSingleton(new Progress.NodeLinkOptions());
        services.AddSingleton<Progress.NodeLink>().AddHostedService(provider => provider.GetRequiredService<Progress.NodeLink>());
        AddJobs(services, database, configuration.GetSection(EngineOptions.Section).Get<EngineOptions>() ?? new EngineOptions());
        return services;
    }

    private static void AddClock(IServiceCollection services, bool adjustable)
    {
        if (adjustable)
        {
            services.AddSingleton<IQaClockStore, QaClockStore>().AddSingleton<QaClock>().AddSingleton<QaTime>();
            services.AddSingleton<ProductClock>(provider => provider.GetRequiredService<QaClock>());
        }
        else
        {
            services.AddSingleton<ProductClock, SystemProductClock>();
        }
    }

    private static void AddJobs(IServiceCollection services, IDatabase database, EngineOptions options)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            quartz.UseDefaultThreadPool(options.Partitions + 4);
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                database.UseForJobs(store);
            });
        });
        services.AddHostedService(provider => provider.GetRequiredService<Erasing.ErasedLetters>());
        services.AddHostedService<AddressPreparation>();
        services.AddHostedService<CacheWarmup>();
        services.AddHostedService<Heartbeat>();
        services.AddHostedService<PumpPlacement>();
        services.AddHostedService<Notifications.NotificationWorker>();
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }
}
