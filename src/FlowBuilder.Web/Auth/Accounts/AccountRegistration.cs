using FlowBuilder.Application.Accounts;
using FlowBuilder.Application.People.Invitations;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Auth.AccountEmails;
using FlowBuilder.Web.Auth.Accounts.SetUp;
using FlowBuilder.Web.Auth.Keys;
using FlowBuilder.Web.Hosting.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Auth.Accounts;

/// <summary>Puts sign-in into the program: ASP.NET Core Identity for people with a cookie, keys for programs.</summary>
internal static class AccountRegistration
{
    /// <summary>The scheme that sends a call to the right one of the two: <c>/api</c> and
    /// <c>/v1</c> know no cookies, so no page elsewhere can call them in a person's name.</summary>
    private const string Either = "either";

    public static IServiceCollection AddAccounts(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment, Installation installation)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton(SessionSettings.Read(configuration)).AddScoped<SessionCookies>();
        services.AddScoped<AuthenticationStateProvider, CircuitAccount>();
        services.AddCascadingAuthenticationState();
        var ring = services.AddDataProtection().SetApplicationName("FlowBuilder").PersistKeysToDbContext<FlowBuilderContext>();
        if (KeyRingCertificate.Find(configuration, environment) is { } certificate)
        {
            ring.ProtectKeysWithCertificate(certificate);
            services.AddHostedService(
                provider => new KeyRingSealing(
                    provider.GetRequiredService<IDbContextFactory<FlowBuilderContext>>(), certificate,
                    provider.GetRequiredService<ILoggerFactory>()));
        }

        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, scheme => scheme.ForwardDefaultSelector = SchemeFor)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null)
            .AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = installation.IsHttps ? "__Host-flowbuilder" : "flowbuilder";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = installation.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = Sessions.Lifetime;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "back";
            cookie.EventsType = typeof(SessionCookies);
        });
        services.AddIdentityCore<AccountRow>(Rules)
            .AddUserManager<AccountBook>()
            .AddSignInManager<AccountSignIn>()
            .AddUserStore<AccountStore>().AddDefaultTokenProviders()
            .AddPasswordValidator<StrongPasswords>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.Configure<DataProtectionTokenProviderOptions>(token => token.TokenLifespan = TimeSpan.FromHours(2));
        AddSecondFactor(services, installation);
        AddDoors(services);
        return services;
    }

    private static void AddSecondFactor(IServiceCollection services, Installation installation)
    {
        foreach (var (scheme, name) in ((string, string)[])[
            (IdentityConstants.TwoFactorUserIdScheme, "flowbuilder-factor"),
            (IdentityConstants.TwoFactorRememberMeScheme, "flowbuilder-known")
        ])
            services.Configure<CookieAuthenticationOptions>(scheme, cookie =>
            {
                cookie.Cookie.Name = installation.IsHttps ? $"__Host-{name}" : name;
                cookie.Cookie.SecurePolicy = installation.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            });
        // Only browsers that are remembered as a second factor are judged by the stamp: a change of the factor forgets them at once.
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.Zero);
        services.Configure<IdentityPasskeyOptions>(passkey =>
        {
            passkey.ServerDomain = installation.PublicUrl.Host;
            (passkey.UserVerificationRequirement, passkey.ResidentKeyRequirement) = ("required", "required");
            // Behind a proxy the request's own scheme and host say nothing.
            passkey.ValidateOrigin = context =>
                ValueTask.FromResult(!context.CrossOrigin && context.Origin == installation.PublicUrl.GetLeftPart(UriPartial.Authority));
        });
    }

    /// <summary>The doors: set-up, invitations, new passwords, and who may go through.</summary>
    private static void AddDoors(IServiceCollection services)
    {
        services.AddSingleton<SiteLinks>()
            .AddSingleton<AccountEmailWriter>()
            .AddSingleton<IInvitationLetters>(provider => provider.GetRequiredService<AccountEmailWriter>())
            .AddSingleton<AccountEmailQueue>()
            .AddSingleton<IAccountEmailQueue>(provider => provider.GetRequiredService<AccountEmailQueue>())
            .AddHostedService(provider => provider.GetRequiredService<AccountEmailQueue>());
        services.AddSingleton<SetUpLink>().AddScoped<YourAccount>();
    }

    private static void Rules(IdentityOptions identity)
    {
        identity.User.RequireUniqueEmail = true;
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        // Length and guessability count (StrongPasswords), not kinds of characters.
        identity.Password = new PasswordOptions
        {
            RequiredLength = StrongPasswords.Shortest, RequireDigit = false, RequireLowercase = false, RequireUppercase = false,
            RequireNonAlphanumeric = false, RequiredUniqueChars = 1
        };
        identity.Lockout = new LockoutOptions
        {
            AllowedForNewUsers = true, MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15)
        };
    }

    private static string SchemeFor(HttpContext http) =>
        http.Request.Headers.ContainsKey("Authorization")
            || http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            || http.Request.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase)
            ? KeyAuthentication.SchemeName
            : IdentityConstants.ApplicationScheme;
}
