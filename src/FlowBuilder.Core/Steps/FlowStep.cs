namespace FlowBuilder.Core.Steps;

/// <summary>Chooses a way: if / else, split. Drawn as a node kind of its own, its settings standing on the node itself.</summary>
public abstract record FlowStep : RunnableStep;
