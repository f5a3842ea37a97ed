using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Messages;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Web.Public;

/// <summary>Puts what came through a door into the inbox.</summary>
internal static class LinkEvents
{
    /// <summary>Who sends events that come through our doors.</summary>
    internal const string Source = "flowbuilder";

    /// <param name="intake">The inbox.</param>
    /// <param name="company">Whose customer.</param>
    /// <param name="customer">Whose event.</param>
    /// <param name="door">Which of them.</param>
    /// <param name="name">The event's name.</param>
    /// <param name="once">Names the happening: it counts once within 7 days.</param>
    /// <param name="properties">What it tells.</param>
    /// <param name="cancellation">Given up only before it is stored.</param>
    internal static async Task TellAsync(
        this IIntake intake, CompanyId company, KnownCustomer customer, EventOrigin door, string name, string once, Properties properties,
        CancellationToken cancellation)
    {
        if (customer.UserId is null && customer.AnonymousId is null) return;
        await intake.AcceptAsync(
        [
            new IncomingEvent
            {
                Company = company, Source = Source, MessageId = once, UserId = customer.UserId,
                AnonymousId = customer.UserId is null ? customer.AnonymousId : null,
                Kind = EventKind.Track, Name = name, Properties = properties, AnswerOf = customer.Id, Door = door,
            },
        ], cancellation);
    }
}
