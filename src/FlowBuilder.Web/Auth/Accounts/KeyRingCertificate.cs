using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FlowBuilder.Storage.Files;
using FlowBuilder.Storage.Sqlite;
using FlowBuilder.Web.Hosting.Settings;

namespace FlowBuilder.Web.Auth.Accounts;

/// <summary>
/// The certificate that encrypts the key ring in the database, so that whoever gets hold of the database alone can forge nothing:
/// <c>Security:KeyCertificate</c> (a PFX file), else the file <c>keyring.pfx</c> beside the database, made at the first start and readable
/// by the program's user alone. Development goes without.
/// </summary>
internal static class KeyRingCertificate
{
    /// <summary>The file's name.</summary>
    public const string FileName = "keyring.pfx";

    private const string Setting = "Security:KeyCertificate";
    private const string PasswordSetting = "Security:KeyCertificatePassword";

    /// <returns>Null: the ring is kept as it is.</returns>
    /// <exception cref="SettingsException">The file that is named is not there, or no certificate.</exception>
    public static X509Certificate2? Find(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration[Setting] is { Length: > 0 } file)
        {
            if (!File.Exists(file))
                throw new SettingsException($"{Setting} names the file “{file}”, which is not there. Give the path of a PFX file.");
            return Load(file, configuration[PasswordSetting]);
        }

        if (environment.IsDevelopment()) return null;
        var own = Path.Combine(SqliteDatabase.Read(configuration, environment.ContentRootPath).Folder, FileName);
        if (!File.Exists(own)) Make(own);
        return Load(own, null);
    }

    private static X509Certificate2 Load(string file, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, password);
        }
        catch (CryptographicException unreadable)
        {
            throw new SettingsException(
                $"The certificate in “{file}” cannot be read ({unreadable.Message}). Without it no one stays signed in: put the right "
                    + $"file back, or correct {PasswordSetting}.",
                unreadable);
        }
    }

    private static void Make(string file)
    {
        using var key = RSA.Create(3072);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=FlowBuilder key ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddYears(50));
        OwnFiles.MakeOnce(file, certificate.Export(X509ContentType.Pfx));
    }
}
