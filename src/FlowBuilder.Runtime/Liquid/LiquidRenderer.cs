using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Runtime.Templates;
using Microsoft.Extensions.ObjectPool;

namespace FlowBuilder.Runtime.Liquid;

/// <summary>Renders Liquid texts on the caller's thread. Safe for any number of threads.</summary>
internal sealed class LiquidRenderer
{
    private readonly ObjectPool<LiquidContext> _contexts = new DefaultObjectPool<LiquidContext>(new DefaultPooledObjectPolicy(), 32);

    /// <summary>A text filled in; in HTML with every value encoded for where it stands.</summary>
    /// <exception cref="LiquidException">Broken, or over its limits.</exception>
    internal string Render(LiquidText text, MergeFields fields, bool html) => Render(text, fields, html ? null : TextPlace.Plain);

    /// <inheritdoc cref="LiquidContext.Render"/>
    internal string Render(LiquidText text, MergeFields fields, TextPlace? place)
    {
        if (text.IsPlain) return text.Source;
        var context = _contexts.Get();
        try
        {
            return context.Render(text, fields, place);
        }
        finally
        {
            _contexts.Return(context);
        }
    }

    private sealed class DefaultPooledObjectPolicy : PooledObjectPolicy<LiquidContext>
    {
        public override LiquidContext Create() => new();

        public override bool Return(LiquidContext obj) => true;
    }
}
