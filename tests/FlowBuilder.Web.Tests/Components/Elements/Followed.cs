using FlowBuilder.Application.Access;
using FlowBuilder.Application.Live;
using FlowBuilder.Web.Components.Elements;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace FlowBuilder.Web.Tests.Components.Elements;

/// <summary>The smallest screen that follows something: the test says how it reads.</summary>
internal sealed class Followed : LiveComponent
{
    private string _text = "";

    [Parameter, EditorRequired] public Func<CancellationToken, Task<string>>? Read { get; set; }

    /// <inheritdoc />
    protected override IEnumerable<LiveTopic> TopicsOf(Caller caller) => [LiveTopic.Activity(caller.Company)];

    /// <inheritdoc />
    protected override async Task ReadAsync() => _text = await Read!(Ended);

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, $"<p>{_text}</p>");
}
