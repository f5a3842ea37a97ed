using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Auth.Accounts;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;

namespace FlowBuilder.Web.Tests.Whole;

public sealed class Personal_data_is_kept_from_others
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/customers")]
    [InlineData("/api/v1/nowhere")]
    [InlineData("/v1/track")]
    public async Task What_the_API_answers_is_stored_nowhere_on_the_way(string address)
    {
        await using var host = new ApiHost();
        using var answer = await host.CreateClient().GetAsync(new Uri(address, UriKind.Relative), Stop);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Nor_is_what_it_tells_of_a_person()
    {
        await using var host = new ApiHost();
        var customer = await host.SendEstimateAsync("kept");
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "manage-1");
        foreach (var address in (string[])[
            $"customers/{customer}", "customers", $"customers/{customer}/timeline", "messages", "enrollments", "suppressions", "reviews"
        ])
        {
            using var answer = await client.GetAsync(new Uri($"/api/v1/{address}", UriKind.Relative), Stop);
            answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, address);
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue(address);
        }
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_database_and_what_lies_beside_it_are_read_by_the_programs_user_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows knows no such modes.");
        await using var host = new ApiHost();
        var manager = host.Manager();
        await manager.PublishAsync(Documents.FollowUp());
        await host.SendEstimateAsync("c-1");
        await manager.AdvanceAsync("P9D");
        (await manager.SendAsync(
            HttpMethod.Post, "customers/import",
            "user_id,first_name\n" + string.Concat(Enumerable.Range(0, 2_000).Select(number => $"file-{number},Ann\n")), [],
            "text/csv")).Expect(System.Net.HttpStatusCode.OK);
        await using var context = host.Context();
        var folder = Path.GetDirectoryName(context.Database.GetDbConnection().DataSource)!;
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        foreach (var kind in (string[])["flowbuilder.db", "flowbuilder.db-wal", "audit.keys", "address.keys"])
            files.Select(Path.GetFileName).ShouldContain(kind);
        Directory.GetFiles(host.Outbox, "*.eml", SearchOption.AllDirectories).ShouldNotBeEmpty();
        foreach (var file in files) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        foreach (var inside in Directory.GetDirectories(folder, "*", SearchOption.AllDirectories))
            File.GetUnixFileMode(inside).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, inside);
    }

    [Fact]
    public async Task Outside_Development_the_key_ring_lies_encrypted_and_its_certificate_beside_the_database()
    {
        await using var host = new ApiHost().WithWebHostBuilder(
            builder => builder.UseEnvironment("Staging").UseSetting("Demo:Enabled", "false").UseSetting("PublicUrl", "https://localhost"));
        using var page = await host.CreateClient().GetAsync(new Uri("/sign-in", UriKind.Relative), Stop);
        await using var context = host.Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>().CreateDbContext();
        var keys = await context.DataProtectionKeys.Select(key => key.Xml).ToListAsync(Stop);
        keys.ShouldNotBeEmpty();
        keys.ShouldAllBe(
            xml => xml!.Contains("EncryptedData", StringComparison.Ordinal) && !xml.Contains("<masterKey", StringComparison.Ordinal));
        File.Exists(Path.Combine(
            Path.GetDirectoryName(context.Database.GetDbConnection().DataSource)!, KeyRingCertificate.FileName)).ShouldBeTrue();
    }

    [Fact]
    public async Task Keys_of_a_ring_from_before_the_certificate_are_encrypted_at_the_start_and_still_open_what_they_closed()
    {
        await using var host = new ApiHost();
        var closed = host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("the secret");
        var contexts = host.Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>();
        await using var context = contexts.CreateDbContext();
        (await context.DataProtectionKeys.AsNoTracking().Select(key => key.Xml).ToListAsync(Stop)).ShouldHaveSingleItem()!
            .ShouldContain("<masterKey");
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=test ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));

        await new KeyRingSealing(contexts, certificate, NullLoggerFactory.Instance).StartAsync(Stop);
        var sealedKey = (await context.DataProtectionKeys.AsNoTracking().Select(row => row.Xml).ToListAsync(Stop)).ShouldHaveSingleItem()!;
        sealedKey.ShouldContain("EncryptedData");
        sealedKey.ShouldNotContain("<masterKey");
        await new KeyRingSealing(contexts, certificate, NullLoggerFactory.Instance).StartAsync(Stop);
        (await context.DataProtectionKeys.AsNoTracking()
            .Select(row => row.Xml)
            .ToListAsync(Stop)).ShouldBe([sealedKey], "a second start finds nothing to do");

        var services = new ServiceCollection().AddSingleton(contexts).AddScoped(_ => contexts.CreateDbContext()).AddLogging();
        services.AddDataProtection()
            .SetApplicationName("FlowBuilder")
            .PersistKeysToDbContext<FlowBuilderContext>()
            .ProtectKeysWithCertificate(certificate);
        await using var again = services.BuildServiceProvider();
        again.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(closed).ShouldBe("the secret");
    }

    [Fact]
    public async Task Forms_in_Production_have_a_cookie_of_this_host_alone_and_the_reference_is_for_those_who_are_signed_in()
    {
        await using var host = new ApiHost().WithWebHostBuilder(
            builder => builder.UseEnvironment("Production")
                .UseSetting("Qa:Enabled", "false")
                .UseSetting("Demo:Enabled", "false")
                .UseSetting("PublicUrl", "https://localhost"));
        using var browser = host.Browser("https://localhost/");
        using var page = await browser.GetAsync(new Uri("/sign-in", UriKind.Relative), Stop);
        var cookie = page.Headers.GetValues("Set-Cookie").Single(header => header.Contains("form", StringComparison.Ordinal));
        cookie.ShouldStartWith("__Host-");
        cookie.ShouldContain("secure");
        (await browser.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Stop)).ShouldBe("""{"status":"ready"}""");
        foreach (var reference in (string[])["/openapi/v1.json", "/docs/api/"])
        {
            using var answer = await browser.GetAsync(new Uri(reference, UriKind.Relative), Stop);
            ((int)answer.StatusCode).ShouldBeOneOf(302, 401);
        }
    }

    [Fact]
    public async Task Sign_ins_of_the_demo_open_nothing_where_the_demo_is_off()
    {
        await using var host = new ApiHost().WithWebHostBuilder(
            builder => builder.UseEnvironment("Staging").UseSetting("Demo:Enabled", "false").UseSetting("PublicUrl", "http://localhost"));
        var email = await People.HireAsync(host.Services, "walter", "owner");
        await People.SignInAsync(host.Browser(), email);
        await using (var context = host.Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>().CreateDbContext())
            await context.Accounts
                .Where(account => account.Email == email)
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.Demo, true), Stop);
        await Should.ThrowAsync<InvalidOperationException>(() => People.SignInAsync(host.Browser(), email));
    }
}
