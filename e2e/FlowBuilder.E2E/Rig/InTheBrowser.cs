namespace FlowBuilder.E2E.Rig;

/// <summary>All stories share one Chromium and run one after the other: each drives the whole
/// program, and two cores carry one at a time.</summary>
[CollectionDefinition]
public sealed class InTheBrowser : ICollectionFixture<Chromium>;
