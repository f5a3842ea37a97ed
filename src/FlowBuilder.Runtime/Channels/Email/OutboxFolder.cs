using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Messages;
using FlowBuilder.Runtime.Channels.Breaking;
using MimeKit;

namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>Writes letters as .eml files. A file is named after its effect key, so a double overwrites itself; it appears only when complete.</summary>
internal sealed class OutboxFolder(string folder) : IMailDrop
{
    public bool RemovesDoubles => true;

    public ClosedDoor? ClosedTo(CompanyId company, string address) => null;

    public async Task<ChannelAnswer> TakeAsync(CompanyId company, MimeMessage letter, string effect, Action leaves, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, $"{effect}.eml");
        var unfinished = Path.Combine(folder, $".{effect}.{Path.GetRandomFileName()}");
        try
        {
            Directory.CreateDirectory(folder);
            await using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, 16 * 1024, FileOptions.Asynchronous))
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
}
