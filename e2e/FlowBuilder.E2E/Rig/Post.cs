using System.Text.RegularExpressions;
using FlowBuilder.Testing.Smtp;
using MimeKit;

namespace FlowBuilder.E2E.Rig;

/// <summary>Reads the emails that a site has sent.</summary>
internal static partial class Post
{
    /// <summary>Waits for the email of that subject to somebody, and takes the address of its link.</summary>
    public static async Task<string> LinkAsync(this Site site, string to, string subject)
    {
        for (var count = 1; ; count++)
        {
            var all = await site.Mail.WaitForAsync(count, TestContext.Current.CancellationToken);
            if (all.LastOrDefault(
                mail => mail.To.Contains(to) && mail.Message.Subject?.Contains(subject, StringComparison.Ordinal) == true) is { } found)
                return Link().Match(found.Message.TextBody ?? "").Value;
            count = all.Count;
        }
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
