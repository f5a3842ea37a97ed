using FlowBuilder.Application.Lists;

namespace FlowBuilder.Web.Api.Tracking;

/// <summary>The calls of Segment's tracking API, named as in its URLs and <c>type</c> members.</summary>
internal enum CallType
{
    Identify,
    Track,
    Page,
    Screen,
    Group,
    Alias,
}
