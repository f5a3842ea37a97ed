using System.Security.Cryptography.X509Certificates;
using FlowBuilder.Runtime.Storage.Model;
using FlowBuilder.Web.Keys;
using FlowBuilder.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace FlowBuilder.Web.Accounts;

/// <summary>Puts sign-in into the program: ASP.NET Core Identity for people with a cookie, keys for programs.</summary>
internal static class AccountServices
{
    /// <summary>The scheme that sends a call to the right one of the two: <c>/api</c> and <c>/v1</c> know no cookies, so no page elsewhere can call them in a person's name.</summary>
    private const string Either = "either";

    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration, Installation installation)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<Sessions>().AddScoped<SessionCookies>();
        services.AddScoped<AuthenticationStateProvider, CircuitAccount>();
        services.AddCascadingAuthenticationState();
        Protect(services.AddDataProtection().SetApplicationName("FlowBuilder").PersistKeysToDbContext<FlowBuilderContext>(), configuration);

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
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "back";
            cookie.EventsType = typeof(SessionCookies);
        });
        services.AddIdentityCore<AccountRow>(Rules).AddSignInManager<AccountSignIn>().AddUserStore<AccountStore>().AddDefaultTokenProviders().AddPasswordValidator<StrongPasswords>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.Configure<DataProtectionTokenProviderOptions>(token => token.TokenLifespan = TimeSpan.FromHours(2));
        return services;
    }

    private static void Rules(IdentityOptions identity)
    {
        identity.User.RequireUniqueEmail = true;
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        // Length and guessability count (StrongPasswords), not kinds of characters.
        identity.Password = new PasswordOptions { RequiredLength = StrongPasswords.Shortest, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 1 };
        identity.Lockout = new LockoutOptions { AllowedForNewUsers = true, MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
    }

    private static string SchemeFor(HttpContext http) =>
        http.Request.Headers.ContainsKey("Authorization") || http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || http.Request.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase)
            ? KeyAuthentication.SchemeName
            : IdentityConstants.ApplicationScheme;

    /// <summary>The key ring lies in the database; with <c>Security:KeyCertificate</c> it lies there encrypted.</summary>
    private static void Protect(IDataProtectionBuilder keys, IConfiguration configuration)
    {
        if (configuration["Security:KeyCertificate"] is not { Length: > 0 } file) return;
        if (!File.Exists(file)) throw new SettingsException($"Security:KeyCertificate names the file “{file}”, which is not there. Give the path of a PFX file.");
        keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, configuration["Security:KeyCertificatePassword"]));
    }
}
