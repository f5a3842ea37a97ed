using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using FlowBuilder.Storage.Model;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Auth.Accounts;

/// <summary>
/// Encrypts the keys of a ring that was kept plain before there was a certificate. The framework encrypts only keys it makes, and an old
/// one goes on opening everything until it expires. What was encrypted stays as it is; a second start finds nothing to do.
/// </summary>
internal sealed partial class KeyRingSealing(
    IDbContextFactory<FlowBuilderContext> contexts, X509Certificate2 certificate, ILoggerFactory logs) : IHostedService
{
    private const string Ring = "http://schemas.asp.net/2015/03/dataProtection";
    private static readonly XName IsSecret = XName.Get("requiresEncryption", Ring);
    private static readonly XName Encrypted = XName.Get("encryptedSecret", Ring);

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sealer = new CertificateXmlEncryptor(certificate, logs);
        var count = 0;
        foreach (var row in await context.DataProtectionKeys.ToListAsync(cancellationToken))
        {
            if (row.Xml is null || Seal(row.Xml, sealer) is not { } now) continue;
            row.Xml = now;
            count++;
        }

        if (count == 0) return;
        await context.SaveChangesAsync(cancellationToken);
        Sealed(logs.CreateLogger<KeyRingSealing>(), count);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <returns>The key with its secrets encrypted; null when they are already.</returns>
    private static string? Seal(string xml, CertificateXmlEncryptor sealer)
    {
        var key = XElement.Parse(xml);
        XElement[] secrets = [.. key.DescendantsAndSelf().Where(element => (bool?)element.Attribute(IsSecret) == true)];
        if (secrets.Length == 0) return null;
        foreach (var secret in secrets)
        {
            var hidden = sealer.Encrypt(new XElement(secret));
            secret.ReplaceWith(new XElement(
                Encrypted, new XAttribute("decryptorType", hidden.DecryptorType.AssemblyQualifiedName!), hidden.EncryptedElement));
        }

        return key.ToString(SaveOptions.DisableFormatting);
    }

    [LoggerMessage(LogLevel.Information, "{Count} keys of the ring were plain and are encrypted now")]
    private static partial void Sealed(ILogger log, int count);
}
