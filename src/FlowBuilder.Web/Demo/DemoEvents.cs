using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Web.Demo;

/// <summary>Events of the demo company as its sender would deliver them.</summary>
internal static class DemoEvents
{
    public static IncomingEvent Of(
        string userId, EventKind kind, string name, DateTimeOffset? at, Properties properties, string messageId) => new()
        {
            Company = DemoCompany.Id, Source = DemoCompany.Source, MessageId = messageId, UserId = userId, Kind = kind, Name = name,
            At = at,
            Properties = properties,
            Record = EventNames.RecordTypeOf(name) is { } type && properties.Text(type + "_id") is { } id ? new RecordKey(type, id) : null,
        };
}
