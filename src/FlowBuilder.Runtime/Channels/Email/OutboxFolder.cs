using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels.Breaking;
using FlowBuilder.Storage.Files;
using MimeKit;

namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>Writes letters as .eml files. A file is named after its effect key, so a double
/// overwrites itself; it appears only when complete.</summary>
internal sealed class OutboxFolder(string folder) : IMailTransport, IKeptLetters
{
    /// <summary>How names of letters that tell employees of customers begin.</summary>
    public const string Notices = "notice-";

    /// <summary>Names in such a letter the customers it tells of, as <c>company:customer</c>.</summary>
    public const string AboutHeader = "X-FlowBuilder-About";

    public bool IsIdempotent => true;

    public void Forget(CompanyId company, CustomerId customer, IReadOnlyCollection<string> effects)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var effect in effects) File.Delete(Path.Combine(folder, $"{EffectName.Of(effect)}.eml"));
        var about = $"{company.Value}:{customer.Value}";
        foreach (var notice in Directory.EnumerateFiles(folder, $"{Notices}*.eml").ToArray())
            if (Tells(notice, about)) File.Delete(notice);
    }

    public ProviderPause? ClosedTo(CompanyId company, string address) => null;

    public async Task<ChannelAnswer> TakeAsync(
        CompanyId company, MimeMessage letter, string effect, Action leaves, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, $"{effect}.eml");
        var unfinished = Path.Combine(folder, $".{effect}.{Path.GetRandomFileName()}");
        try
        {
            OwnFiles.MakeFolder(folder);
            await using (var stream = OwnFiles.Create(unfinished))
            {
                await letter.WriteToAsync(stream, cancellation);
                stream.Flush(flushToDisk: true);
            }

            leaves();
            File.Move(unfinished, file, overwrite: true);
            return new ChannelAnswer.Sent(Path.GetFileName(file));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            if (File.Exists(unfinished)) File.Delete(unfinished);
            return new ChannelAnswer.NotSent("The folder for outgoing emails could not be written to.", Final: false);
        }
    }

    private static bool Tells(string file, string about)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var headers = new MimeParser(stream, MimeFormat.Entity).ParseHeaders();
            return headers[AboutHeader]?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Contains(about)
                == true;
        }
        catch (FileNotFoundException)
        {
            // Deleted meanwhile, which is what was wanted.
            return false;
        }
    }
}
