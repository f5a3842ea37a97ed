using System.Runtime.Versioning;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Accounts;
using FlowBuilder.Web.Tests.Doubles;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Security;

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
    [UnsupportedOSPlatform("windows")]
    public async Task The_database_and_what_lies_beside_it_are_read_by_the_programs_user_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows knows no such modes.");
        await using var host = new ApiHost();
        await host.TellAsync("identify", """{"userId":"c-1","traits":{"email":"a@b.example"}}""");
        await using var context = host.Context();
        var database = context.Database.GetDbConnection().DataSource;
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(database)!, $"{Path.GetFileName(database)}*"))
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
    }

    [Fact]
    public async Task Outside_Development_the_key_ring_lies_encrypted_and_its_certificate_beside_the_database()
    {
        await using var host = new ApiHost().WithWebHostBuilder(builder => builder.UseEnvironment("Staging").UseSetting("Demo:Enabled", "false").UseSetting("PublicUrl", "https://localhost"));
        using var page = await host.CreateClient().GetAsync(new Uri("/sign-in", UriKind.Relative), Stop);
        await using var context = host.Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>().CreateDbContext();
        var keys = await context.DataProtectionKeys.Select(key => key.Xml).ToListAsync(Stop);
        keys.ShouldNotBeEmpty();
        keys.ShouldAllBe(xml => xml!.Contains("EncryptedData", StringComparison.Ordinal) && !xml.Contains("<masterKey", StringComparison.Ordinal));
        File.Exists(Path.Combine(Path.GetDirectoryName(context.Database.GetDbConnection().DataSource)!, KeyRingCertificate.FileName)).ShouldBeTrue();
    }

    [Fact]
    public async Task Forms_in_Production_have_a_cookie_of_this_host_alone_and_the_reference_is_for_those_who_are_signed_in()
    {
        await using var host = new ApiHost().WithWebHostBuilder(builder => builder.UseEnvironment("Production").UseSetting("Qa:Enabled", "false").UseSetting("Demo:Enabled", "false").UseSetting("PublicUrl", "https://localhost"));
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
        await using var host = new ApiHost().WithWebHostBuilder(builder => builder.UseEnvironment("Staging").UseSetting("Demo:Enabled", "false").UseSetting("PublicUrl", "http://localhost"));
        var email = await People.HireAsync(host.Services, "walter", "owner");
        await People.SignInAsync(host.Browser(), email);
        await using (var context = host.Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>().CreateDbContext())
            await context.Accounts.Where(account => account.Email == email).ExecuteUpdateAsync(set => set.SetProperty(account => account.Demo, true), Stop);
        await Should.ThrowAsync<InvalidOperationException>(() => People.SignInAsync(host.Browser(), email));
    }
}
