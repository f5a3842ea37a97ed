using System.Diagnostics;
using FlowBuilder.Canvas.Geometry;
using FlowBuilder.Canvas.Tests.Rig;
using FlowBuilder.Canvas.Tests.Sample;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;

namespace FlowBuilder.Canvas.Tests.Speed;

/// <summary>Measures in the browser how the canvas feels: a drag of 120 pointer moves of 4 px, one
/// each 16 ms, over a wire with 80 ms of round trip.</summary>
public static class CanvasSpeed
{
    private const int Moves = 120;
    private const int Step = 4;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(16);

    /// <summary>Samples frames and pointer; the node's place at the beginning of a frame is what was on the screen until then.</summary>
    private const string Probe = """
        window.probe = {
          begin(id) {
            const el = document.querySelector(`[data-node-id="${id}"]`), k = new DOMMatrix(document.querySelector('.fbc-world').style.transform).a, x0 = new DOMMatrix(el.style.transform).e;
            const frames = [], pointer = [], seen = [];
            let going = true, press = 0;
            addEventListener('pointerdown', e => { press = e.clientX; }, { once: true, capture: true });
            const move = e => { for (const one of e.getCoalescedEvents?.() ?? [e]) pointer.push([one.timeStamp, one.clientX]); };
            addEventListener('pointermove', move, true);
            const frame = t => { frames.push(t); seen.push([performance.now(), (new DOMMatrix(el.style.transform).e - x0) * k]); if (going) requestAnimationFrame(frame); };
            requestAnimationFrame(frame);
            this.end = () => { going = false; removeEventListener('pointermove', move, true); return this.figures(frames, pointer, seen, press); };
            addEventListener('pointerup', () => {
              const up = performance.now();
              new MutationObserver((_, o) => { o.disconnect(); requestAnimationFrame(() => requestAnimationFrame(() => { this.repaint = performance.now() - up; })); }).observe(el, { attributeFilter: ['data-x'] });
            }, { once: true, capture: true });
          },
          figures(frames, pointer, seen, from) {
            const at = (list, share) => { const sorted = [...list].sort((a, b) => a - b); return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0; };
            const began = pointer[0], last = pointer.at(-1), lags = [];
            for (const [t, moved] of seen) {
              const x = from + moved, i = pointer.findIndex(([, px]) => px >= x);
              if (moved <= 0 || i < 1 || t > last[0]) continue;
              const [t0, x0] = pointer[i - 1], [t1, x1] = pointer[i];
              lags.push(t - (t0 + (t1 - t0) * (x - x0) / Math.max(1, x1 - x0)));
            }
            const during = frames.filter(t => t >= began[0] && t <= last[0]), gaps = during.slice(1).map((t, i) => t - during[i]);
            return [at(gaps, 0.95), gaps.filter(gap => gap > 33).length, at(lags, 0.5), at(lags, 0.95)];
          },
        };
        new MutationObserver((_, o) => { if (document.querySelector('[data-canvas][data-ready]')) { o.disconnect(); requestAnimationFrame(() => requestAnimationFrame(() => { window.opened = performance.now(); })); } })
          .observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-ready'] });
        """;

    private const int Rounds = 3;

    /// <summary>A drawing of fewer nodes has not enough of them in view.</summary>
    private const int FewestNodes = 50;

    /// <summary>Every case of the goals, each as the median of its rounds, printed line by line;
    /// with a share of the size, of as many nodes and rounds.</summary>
    public static async Task<IReadOnlyList<DragFigures>> AllAsync(Chromium chromium, TextWriter output, double share = 1)
    {
        ArgumentNullException.ThrowIfNull(output);
        await output.WriteLineAsync(
            "Goals: up to 200 in view: frame p95 20 ms, lag p95 35 ms; 1,000 in view: 33 and 60 ms; no message; 500 nodes open in 2,000 "
                + "ms; repaint p95 150 ms; counts 20 ms");
        var all = new List<DragFigures>();
        var cases = new[] { (50, 1.0), (500, 1.0), (1000, 1.0), (50, 0.36), (500, 0.36), (1000, 0.36), (1000, 0.1) };
        foreach (var (nodes, zoom) in cases.Select(one => (Math.Max(FewestNodes, (int)(one.Item1 * share)), one.Item2)).Distinct())
        {
            var figures = new List<DragFigures>();
            for (var round = 0; round < Math.Max(1, Rounds * share); round++) figures.Add(await DragAsync(chromium, nodes, zoom));
            all.Add(Median(figures));
            await output.WriteLineAsync($"{all[^1]}");
            await output.FlushAsync(TestContext.Current.CancellationToken);
        }

        return all;
    }

    /// <summary>One drag in a drawing of so many nodes.</summary>
    public static async Task<DragFigures> DragAsync(Chromium chromium, int nodes, double zoom)
    {
        await using var artist = await Artist.ComeAsync(
            chromium, Drawings.Field(nodes, nodes > 500 ? 40 : 20), with: drawing => drawing.Options = drawing.Options with { Snap = 0 });
        artist.Wire.Delay = TimeSpan.FromMilliseconds(40);
        await artist.Page.AddInitScriptAsync(Probe);
        await artist.OpenAsync();
        var opened = await artist.Page.EvaluateAsync<double>(
            "async () => { while (!window.opened) await new Promise(requestAnimationFrame); return window.opened; }");
        var node = await LookAsync(artist, zoom);
        var from = await artist.AtNode(node);
        await artist.Mouse.MoveAsync((float)from.X, (float)from.Y);
        await artist.Page.EvaluateAsync("id => new Promise(done => setTimeout(() => { probe.begin(id); done(); }, 300))", node);
        await artist.Mouse.DownAsync();
        var session = await artist.Page.Context.NewCDPSessionAsync(artist.Page);
        await session.SendAsync("Performance.enable", new Dictionary<string, object> { ["timeDomain"] = "threadTicks" });
        var (busy, clock, sent) = (await BusyAsync(session), Stopwatch.StartNew(), artist.Sent.Count);
        for (var move = 1; move <= Moves; move++)
        {
            var wait = (Beat * move) - clock.Elapsed;
            if (wait > TimeSpan.Zero) await Task.Delay(wait);
            await artist.Mouse.MoveAsync((float)from.X + (move * Step), (float)from.Y);
        }

        var messages = artist.Sent.Count - sent;
        busy = await BusyAsync(session) - busy;
        var figures = await artist.Page.EvaluateAsync<double[]>("() => probe.end()");
        await artist.Mouse.UpAsync();
        var repaint = await artist.Page.EvaluateAsync<double>(
            "async () => { while (!probe.repaint) await new Promise(requestAnimationFrame); return probe.repaint; }");
        var inView = await artist.Page.EvaluateAsync<int>(
            "() => { const pane = document.querySelector('.fbc-pane').getBoundingClientRect(); return "
                + "[...document.querySelectorAll('[data-node-id]')].filter(el => { const r = el.getBoundingClientRect(); return r.right > "
                + "pane.left && r.left < pane.right && r.bottom > pane.top && r.top < pane.bottom; }).length; }");
        return new DragFigures(
            nodes, inView, figures[0], (int)figures[1], figures[2], figures[3], busy / Moves, messages, opened, repaint,
            await CountsAsync(artist, session));
    }

    /// <summary>Sets the zoom around the middle of the drawing's top and names a node that has room to its right.</summary>
    private static async Task<string> LookAsync(Artist artist, double zoom)
    {
        var area = CanvasRect.Around(artist.Drawing.Nodes);
        await artist.Drawing.Canvas!.CenterOnAsync(new(area.X + (area.Width / 2), area.Y + (area.Height / 2)));
        await artist.Drawing.Canvas!.ZoomAsync(zoom / (await artist.ViewAsync()).K);
        await artist.SettleAsync();
        return await artist.Page.EvaluateAsync<string>("""
            () => {
              const pane = document.querySelector('.fbc-pane').getBoundingClientRect(), x = pane.left + 260, y = pane.top + pane.height / 2;
              const far = el => { const r = el.getBoundingClientRect(); return Math.hypot(r.left + r.width / 2 - x, r.top + r.height / 2 - y); };
              return [...document.querySelectorAll('[data-node-id]')].sort((a, b) => far(a) - far(b))[0].dataset.nodeId;
            }
            """);
    }

    /// <summary>Main thread time of a tick, what the page does by itself taken off.</summary>
    private static async Task<double> CountsAsync(Artist artist, ICDPSession session)
    {
        const int Ticks = 8;
        var idle = await DuringAsync(_ => Task.Delay(250));
        var ticking = await DuringAsync(
            tick => artist.Drawing.Canvas!.SetCountsAsync(artist.Drawing.Nodes.ToDictionary(node => node.Id, _ => tick + 1)));
        return (ticking - idle) / Ticks;

        async Task<double> DuringAsync(Func<int, Task> tick)
        {
            var before = await BusyAsync(session);
            for (var count = 0; count < Ticks; count++) await tick(count);
            await artist.SettleAsync();
            return await BusyAsync(session) - before;
        }
    }

    /// <summary>Processor time of the page's main thread so far, in milliseconds.</summary>
    private static async Task<double> BusyAsync(ICDPSession session)
    {
        var metrics = await session.SendAsync("Performance.getMetrics");
        return metrics!.Value
            .GetProperty("metrics").EnumerateArray()
            .Single(metric => metric.GetProperty("name").GetString() == "TaskDuration")
            .GetProperty("value").GetDouble()
            * 1000;
    }

    private static DragFigures Median(List<DragFigures> all)
    {
        double Middle(Func<DragFigures, double> of) => all.Select(of).Order().ElementAt(all.Count / 2);
        return new DragFigures(
            all[0].Nodes, all[0].InView, Middle(one => one.FrameP95), (int)Middle(one => one.SlowFrames), Middle(one => one.LagP50),
            Middle(one => one.LagP95), Middle(one => one.Cpu),
            all.Max(one => one.Messages), Middle(one => one.Open), Middle(one => one.Repaint), Middle(one => one.Counts));
    }
}
