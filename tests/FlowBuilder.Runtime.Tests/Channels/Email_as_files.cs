using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels.Email;
using FlowBuilder.Runtime.Tests.Templates;
using MimeKit;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Channels;

public sealed class Email_as_files : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"outbox-{Guid.NewGuid():N}");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<ChannelAnswer> SendAsync(Message message) =>
        new EmailChannel(new Letter(new EmailOptions(), Sample.Links), new OutboxFolder(_folder))
            .SendAsync(Sample.Company, message, static () => { }, Letters.Stop);

    [Fact]
    public async Task Is_a_whole_letter_under_its_effect_key_and_a_double_overwrites_itself()
    {
        (await SendAsync(Letters.Email())).ShouldBeOfType<ChannelAnswer.Sent>();
        (await SendAsync(Letters.Email())).ShouldBeOfType<ChannelAnswer.Sent>();
        var file = Directory.GetFileSystemEntries(_folder).ShouldHaveSingleItem();
        Path.GetFileName(file).ShouldBe("7-9-mail-1-0.eml");
        using var mail = await MimeMessage.LoadAsync(file, Letters.Stop);
        mail.To.ToString().ShouldBe("ann@x.example");
        mail.From.ToString().ShouldBe("\"Green & Sons\" <office@green.example>");
    }

    [Fact]
    public async Task Is_tried_again_when_the_folder_cannot_be_written_to()
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "no"), "a file, not a folder", Letters.Stop);
        var channel = new EmailChannel(new Letter(new EmailOptions(), Sample.Links), new OutboxFolder(Path.Combine(_folder, "no")));
        (await channel.SendAsync(Sample.Company, Letters.Email(), static () => { }, Letters.Stop))
            .ShouldBeOfType<ChannelAnswer.NotSent>().Final.ShouldBeFalse();
    }
}
