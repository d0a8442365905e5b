using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Frames;

/// <summary>
/// The longest thing that a page did in one piece, while nothing else could happen in it, in milliseconds of processor time: as long as
/// it stood still where nothing else runs, however busy this machine is. Chromium's own trace tells; a browser takes one at a time.
/// </summary>
internal sealed class LongestTask
{
    private static readonly string[] Categories = ["toplevel", "blink.user_timing"];
    private static readonly string[] AllOthers = ["*"];

    private readonly string _token = $"task-{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
    private readonly TaskCompletionSource<bool> _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(long Process, long Thread, double Milliseconds)> _tasks = [];
    private readonly IPage _page;
    private readonly ICDPSession _session;
    private int _marks;
    private (long Process, long Thread) _main;

    private LongestTask(IPage page, ICDPSession session)
    {
        (_page, _session) = (page, session);
        session.Event("Tracing.dataCollected").OnEvent += (_, data) => Note(data!.Value.GetProperty("value"));
        session.Event("Tracing.tracingComplete").OnEvent += (_, _) => _complete.TrySetResult(true);
    }

    public static async Task<LongestTask> Watch(IPage page)
    {
        var watch = new LongestTask(page, await page.Context.Browser!.NewBrowserCDPSessionAsync());
        await watch._session.SendAsync("Tracing.start", new Dictionary<string, object>
        {
            ["transferMode"] = "ReportEvents",
            ["traceConfig"] = new { recordMode = "recordAsMuchAsPossible", includedCategories = Categories, excludedCategories = AllOthers },
        });
        await watch.Mark();
        return watch;
    }

    /// <summary>Since it is watched. Ends the watch.</summary>
    public async Task<double> Milliseconds()
    {
        await Mark();
        await _session.SendAsync("Tracing.end");
        await Deadline.Within(_complete.Task, () => "Chromium did not hand out its trace.");
        await _session.DetachAsync();
        // A full trace would have lost the second.
        Assert.Equal(2, _marks);
        return _tasks.Where(task => (task.Process, task.Thread) == _main).Max(task => task.Milliseconds);
    }

    // Says which of all the threads in the trace is the page's.
    private Task<JsonElement?> Mark() => _page.EvaluateAsync("(token) => void performance.mark(token)", _token);

    private void Note(JsonElement events)
    {
        foreach (var each in events.EnumerateArray())
        {
            var at = (each.GetProperty("pid").GetInt64(), each.GetProperty("tid").GetInt64());
            var name = each.GetProperty("name").GetString();
            if (name == _token)
                (_main, _marks) = (at, _marks + 1);
            else if (name == "ThreadControllerImpl::RunTask" && each.TryGetProperty("tdur", out var microseconds))
                _tasks.Add((at.Item1, at.Item2, microseconds.GetDouble() / 1000));
        }
    }
}
