using FlowBuilder.Application.Accounts;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Customers.Merging;
using FlowBuilder.Application.Home;
using FlowBuilder.Application.Keys;
using FlowBuilder.Application.Mending;
using FlowBuilder.Application.Messages;
using FlowBuilder.Application.Notifications;
using FlowBuilder.Application.People;
using FlowBuilder.Application.People.Invitations;
using FlowBuilder.Application.Repeats;
using FlowBuilder.Application.Reviews;
using FlowBuilder.Application.Runs;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Drafts;
using FlowBuilder.Application.Sequences.Finding;
using FlowBuilder.Application.Sequences.Numbers;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Application.Sequences.Versions;
using FlowBuilder.Application.Status;
using FlowBuilder.Application.Subscriptions;
using FlowBuilder.Application.Suppressions;
using FlowBuilder.Application.Templates;
using FlowBuilder.Application.ToDos;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Application;

/// <summary>Puts the use cases and queries of the product into the program.</summary>
public static class ApplicationRegistration
{
    /// <summary>Adds every noun's. What they need of the running engine and of the call under way,
    /// others register: see the interfaces in <c>Engine</c> and beside the nouns.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services) => services
        .AddAuditLog().AddSequences().AddRuns().AddCustomers().AddCompanies().AddPeople().AddAccounts().AddKeys()
        .AddSingleton<ReviewQueries>().AddSingleton<ReviewDecisions>()
        .AddSingleton<SaveTemplate>().AddSingleton<TemplateQueries>()
        .AddSingleton<MessageQueries>().AddSingleton<ToDoQueries>()
        .AddSingleton<YourNotifications>().AddSingleton<Attention>()
        .AddSingleton<InputsSetAside>().AddSingleton<ParkedInputReader>()
        .AddSingleton<SuppressionReader>().AddSingleton<WorkCounts>().AddSingleton<KeptAnswers>();

    private static IServiceCollection AddAuditLog(this IServiceCollection services) => services
        .AddSingleton<AuditTrail>()
        .AddSingleton<AuditPageReader>()
        .AddSingleton<ChainChecking>()
        .AddSingleton<SteeringText>()
        .AddSingleton<Steering>()
        .AddSingleton<RefusedAttempts>().AddHostedService(provider => provider.GetRequiredService<RefusedAttempts>());

    private static IServiceCollection AddSequences(this IServiceCollection services) => services
        .AddSingleton<SequenceLock>().AddSingleton<SequencePasswords>().AddSingleton<ProtectedSequences>()
        .AddSingleton<SequenceDrafts>().AddSingleton<SequenceCopies>().AddSingleton<PublishSequence>().AddSingleton<SequenceLifecycle>()
        .AddSingleton<SequenceQueries>()
        .AddSingleton<SequenceOverviews>()
        .AddSingleton<CompanyDirectories>()
        .AddSingleton<DraftReader>()
        .AddSingleton<VersionReader>()
        .AddSingleton<NodeNumberReader>().AddSingleton<NowReader>().AddSingleton<SequenceCounting>();

    private static IServiceCollection AddRuns(this IServiceCollection services) => services
        .AddSingleton<RunQueries>().AddSingleton<RunStories>().AddSingleton<RunMoves>().AddSingleton<EnrollmentQueries>();

    private static IServiceCollection AddCustomers(this IServiceCollection services) => services
        .AddSingleton<CustomerQueries>()
        .AddSingleton<CustomerSamples>()
        .AddSingleton<CustomerTimeline>()
        .AddSingleton<CustomerMerger>()
        .AddSingleton<MergeCandidates>()
        .AddSingleton<CustomerCapacity>().AddSingleton<AddressHolders>();

    private static IServiceCollection AddCompanies(this IServiceCollection services) => services
        .AddSingleton<SaveCompany>().AddSingleton<SendingSwitch>().AddSingleton<ChangeSubscription>();

    private static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<Memberships>()
        .AddSingleton<ColleagueList>()
        .AddSingleton<PeopleChanges>()
        .AddSingleton<SignInHelp>()
        .AddSingleton<PersonChoices>()
        .AddSingleton<InvitationSending>().AddScoped<InvitationAcceptance>();

    private static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddSingleton<Sessions>().AddSingleton<AccountAudit>().AddSingleton<UsedCodes>().AddSingleton<SignIns>().AddScoped<CompanySetup>();

    private static IServiceCollection AddKeys(this IServiceCollection services) => services
        .AddSingleton<KeyUses>()
        .AddHostedService(provider => provider.GetRequiredService<KeyUses>())
        .AddSingleton<StoredKeys>()
        .AddSingleton<ApiKeys>();
}
