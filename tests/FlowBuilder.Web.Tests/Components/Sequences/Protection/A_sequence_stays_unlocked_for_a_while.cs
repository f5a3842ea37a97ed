using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Sequences.Protection;

public sealed class A_sequence_stays_unlocked_for_a_while(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Password = "mulch & marigold";
    private static readonly CompanyId Company = new(1);
    private static readonly Actor Olive = new("user:olive", "Olive");
    private static readonly Actor Tom = new("user:tom", "Tom");
    private readonly Guid _here = Guid.NewGuid();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(56));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Half_an_hour_for_this_person_in_this_session_and_this_sequence_only()
    {
        var (locks, sequence, other) = (Locks(), await ProtectedAsync(), await ProtectedAsync());
        (await OpensAsync(locks, sequence, Olive, _here)).ShouldBeFalse();
        (await locks.UnlockAsync(Company, sequence, Password, _here, Olive, Cancellation)).ShouldBeNull();

        (await OpensAsync(locks, sequence, Olive, _here)).ShouldBeTrue();
        (await OpensAsync(locks, sequence, Olive, Guid.NewGuid())).ShouldBeFalse();
        (await OpensAsync(locks, sequence, Tom, _here)).ShouldBeFalse();
        (await OpensAsync(locks, other, Olive, _here)).ShouldBeFalse();

        _clock.Advance(TimeSpan.FromMinutes(29.9));
        (await locks.StandingAsync(Company, sequence, _here, Olive, Cancellation)).ShouldNotBeNull().UnlockedUntil
            .ShouldBe(DateTimeOffset.UnixEpoch.AddYears(56).AddMinutes(30));
        (await OpensAsync(locks, sequence, Olive, _here)).ShouldBeTrue();
        _clock.Advance(TimeSpan.FromMinutes(0.1));
        (await OpensAsync(locks, sequence, Olive, _here)).ShouldBeFalse();
        (await locks.StandingAsync(Company, sequence, _here, Olive, Cancellation))!.IsLocked.ShouldBeTrue();
    }

    [Fact]
    public async Task It_is_locked_again_when_told_to()
    {
        var (locks, sequence) = (Locks(), await ProtectedAsync());
        await locks.UnlockAsync(Company, sequence, Password, _here, Olive, Cancellation);
        locks.Relock(Company, sequence, _here, Olive);
        (await OpensAsync(locks, sequence, Olive, _here)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_changed_password_locks_everybody_out_even_who_is_in_the_middle_of_it()
    {
        var (locks, sequence) = (Locks(), await ProtectedAsync());
        await locks.UnlockAsync(Company, sequence, Password, _here, Olive, Cancellation);
        var opened = await OpenAsync(locks, sequence, new SequenceKey.Session(_here), Olive);
        var changed = await Service<SequencePasswords>().SetAsync(
            (await OpenAsync(locks, sequence, new SequenceKey.Password(Password), Tom))!, "begonia bed 7", Cancellation);
        changed.Match<bool?>(now => now.HasPassword, _ => null).ShouldBe(true);

        (await OpensAsync(locks, sequence, Olive, _here)).ShouldBeFalse();
        Why(await Service<SequenceLifecycle>().ArchiveAsync(opened!, Cancellation)).ShouldBe(new SequenceRefusal.PasswordNeeded());
        (await Service<PublishSequence>().PublishAsync(
            opened!, null, Cancellation)).ShouldBe(new PublishAnswer.Refused(new SequenceRefusal.PasswordNeeded()));
        Why(await Service<SequenceDrafts>().DeleteAsync(opened!, Cancellation)).ShouldBe(new SequenceRefusal.PasswordNeeded());
        Why(await Service<SequenceCopies>().ExportAsync(opened!, Cancellation)).ShouldBe(new SequenceRefusal.PasswordNeeded());
        Why(await Service<SequencePasswords>().RemoveAsync(opened!, Cancellation)).ShouldBe(new SequenceRefusal.PasswordNeeded());
    }

    [Fact]
    public async Task Wrong_passwords_are_forgotten_after_five_minutes()
    {
        var (locks, sequence) = (Locks(), await ProtectedAsync());
        for (var i = 0; i < 5; i++)
            (await locks.UnlockAsync(
                Company, sequence, $"guess {i}", _here, Olive, Cancellation)).ShouldBe(new SequenceRefusal.PasswordWrong());
        _clock.Advance(TimeSpan.FromMinutes(2));
        (await locks.UnlockAsync(
            Company, sequence, Password, _here, Olive, Cancellation)).ShouldBe(new SequenceRefusal.TooManyWrong(TimeSpan.FromMinutes(3)));
        (await locks.UnlockAsync(Company, sequence, Password, _here, Tom, Cancellation)).ShouldBeNull();
        _clock.Advance(TimeSpan.FromMinutes(3));
        (await locks.UnlockAsync(Company, sequence, Password, _here, Olive, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task An_owner_resets_a_forgotten_one_and_that_is_written_down()
    {
        var (locks, sequence) = (Locks(), await ProtectedAsync());
        (await Service<SequencePasswords>().ResetAsync(Company, sequence, Olive, Cancellation))
            .Match<bool?>(now => now.HasPassword, _ => null)
            .ShouldBe(false);
        (await OpensAsync(locks, sequence, Tom, _here)).ShouldBeTrue();
        await using var context = host.Context();
        (await context.AuditLog
            .Where(line => line.Action != "sequence.password-wrong")
            .OrderBy(line => line.Id)
            .LastAsync(Cancellation)).ShouldSatisfyAllConditions(
            line => line.Action.ShouldBe("sequence.reset-password"), line => line.By.ShouldBe("Olive"),
            line => line.Subject.ShouldBe(sequence.ToString()));
    }

    private SequenceLock Locks() =>
        new(Service<IDbContextFactory<FlowBuilderContext>>(), Service<ICompanyCache>(), Service<RefusedAttempts>(), _clock);

    private T Service<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    private async Task<SequenceId> ProtectedAsync()
    {
        var id = (await host.Manager().PostAsync("sequences", Documents.OwnByHand()))["id"];
        (await host.Manager()
            .PutAsync($"sequences/{id}/password", $$"""{"password":"{{Password}}"}""")).Expect(System.Net.HttpStatusCode.OK);
        return new SequenceId(Guid.Parse(id));
    }

    private static async Task<SequenceAccess?> OpenAsync(SequenceLock locks, SequenceId sequence, SequenceKey key, Actor by) =>
        (await locks.OpenAsync(Company, sequence, SequenceUse.Change, key, by, Cancellation) as SequenceOpening.Open)?.Access;

    private static async Task<bool> OpensAsync(SequenceLock locks, SequenceId sequence, Actor by, Guid session) =>
        await OpenAsync(locks, sequence, new SequenceKey.Session(session), by) is not null;

    private static SequenceRefusal? Why<T>(SequenceAnswer<T> answer) => answer.Match<SequenceRefusal?>(_ => null, why => why);
}
