using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Simulation;

namespace FlowBuilder.Web.Components.Designer.TestRuns;

/// <summary>One test run under way: what happened on it so far is kept, so that it can be played
/// again on a drawing that has changed. Not for several threads at once.</summary>
public sealed class TestBench
{
    private readonly TestRunSetting _setting;
    private readonly List<TestEvent> _events = [];
    private TestRun _run;
    private Plan _plan;

    /// <summary>Begins on a customer at a time; nothing has happened yet.</summary>
    public TestBench(TestRunSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        (_setting, _plan, _run) = (setting, setting.Plan, new TestRun(setting));
        Result = _run.Result;
    }

    /// <summary>Everything so far.</summary>
    public TestRunResult Result { get; private set; }

    /// <summary>As the customer's clock shows times.</summary>
    public TimeZoneInfo Zone => _run.Facts.Zone;

    /// <summary>Whether what is shown was tried on another drawing than this.</summary>
    public bool IsOutdated(Plan plan) => plan?.Hash != _plan.Hash;

    /// <summary>Something happens now; <see cref="EventNames.EnrolledByHand"/> enrolls by hand.</summary>
    public void Happen(string name, Properties details)
    {
        _events.Add(new TestEvent(_run.Now - _setting.Start, name, details));
        _run.Happen(name, details);
        Result = _run.Result;
    }

    /// <summary>Moves the clock on.</summary>
    public void Advance(TimeSpan time)
    {
        _run.Advance(time);
        Result = _run.Result;
    }

    /// <summary>Moves the clock to what comes next.</summary>
    public void AdvanceToNext()
    {
        _run.AdvanceToNext();
        Result = _run.Result;
    }

    /// <summary>The same customer, the same events, the same times, on another plan.</summary>
    public void PlayAgain(Plan plan)
    {
        (_plan, _run) = (plan, TestRun.Play(_setting with { Plan = plan }, _events, _run.Now - _setting.Start));
        Result = _run.Result;
    }
}
