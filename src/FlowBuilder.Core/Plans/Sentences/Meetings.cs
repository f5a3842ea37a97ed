namespace FlowBuilder.Core.Plans.Sentences;

/// <summary>
/// Where all ways out of a step meet again: its immediate post-dominator (Cooper, Harvey and Kennedy, “A Simple, Fast Dominance
/// Algorithm”), <see cref="PlanStep.End"/> when they meet only at the end or never.
/// </summary>
internal static class Meetings
{
    public static int[] Of(Plan plan)
    {
        var end = plan.Steps.Length;
        var comes = new List<int>[end + 1];
        var leads = new int[end][];
        for (var i = 0; i < end; i++)
        {
            var step = plan.Steps[i];
            leads[i] = [.. step.Step.Ports.Select(step.After).Select(to => to == PlanStep.End ? end : to).Distinct()];
            foreach (var to in leads[i]) (comes[to] ??= []).Add(i);
        }

        var order = FromEnd(end, comes);
        var rank = new int[end + 1];
        Array.Fill(rank, -1);
        for (var i = 0; i < order.Count; i++) rank[order[i]] = i;
        var meets = new int[end + 1];
        Array.Fill(meets, -1);
        meets[end] = end;
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var step in order.Skip(1))
            {
                var found = -1;
                foreach (var to in leads[step])
                    if (meets[to] >= 0) found = found < 0 ? to : Common(to, found, meets, rank);
                if (found == meets[step]) continue;
                meets[step] = found;
                changed = true;
            }
        }

        return [.. meets.Take(end).Select(step => step < 0 || step == end ? PlanStep.End : step)];
    }

    private static int Common(int a, int b, int[] meets, int[] rank)
    {
        while (a != b)
        {
            while (rank[a] > rank[b]) a = meets[a];
            while (rank[b] > rank[a]) b = meets[b];
        }

        return a;
    }

    // Reverse post-order of the graph turned round, beginning at the end.
    private static List<int> FromEnd(int end, List<int>[] comes)
    {
        var order = new List<int>();
        var seen = new bool[comes.Length];
        var open = new Stack<(int Step, int Edge)>();
        seen[end] = true;
        open.Push((end, 0));
        while (open.TryPop(out var at))
        {
            var (step, edge) = at;
            if (edge == (comes[step]?.Count ?? 0))
            {
                order.Add(step);
                continue;
            }

            open.Push((step, edge + 1));
            var next = comes[step][edge];
            if (seen[next]) continue;
            seen[next] = true;
            open.Push((next, 0));
        }

        order.Reverse();
        return order;
    }
}
