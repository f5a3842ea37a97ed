using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowBuilder.Runtime.Notifications;

/// <summary>Tells people, in the background: what was gathered is written down, then goes by email to those who want it.</summary>
internal sealed partial class NotificationWorker(
    NotificationBuffer news, NotificationWriter writer, NotificationMail mail, ILogger<NotificationWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Emails that a stop or crash left unsent go first.
        await TellAsync(stoppingToken);
        await foreach (var _ in news.Wake.ReadAllAsync(stoppingToken)) await TellAsync(stoppingToken);
    }

    private async Task TellAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (var (occasion, happenings) in news.Take()) await writer.WriteAsync(occasion, happenings, cancellation);
            await mail.SendAsync(cancellation);
        }
        catch (Exception broken) when (broken is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException
            or InvalidOperationException)
        {
            // One round is lost, not the telling: what waits is on Home all the same.
            Broke(log, broken);
        }
    }

    [LoggerMessage(LogLevel.Error, "People could not be notified")]
    private static partial void Broke(ILogger log, Exception broken);
}
