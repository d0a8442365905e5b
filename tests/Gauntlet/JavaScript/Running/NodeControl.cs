using System.Diagnostics;
using System.Text.Json;
using PluginRoom.Gauntlet.Canary;

namespace PluginRoom.Gauntlet.JavaScript.Running;

/// <summary>The same attempt without isolation: in Node, where everything is at hand, behind a bridge that trusts its script.</summary>
internal sealed class NodeControl(ScriptAttempt attempt, ScriptTarget target) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>For what comes after it has answered, as a connection or an awaited import, where it need not come.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(1.5);

    /// <summary>Twice what a handler has in the worker.</summary>
    private static readonly TimeSpan Deadline = 2 * ScriptLimits.Handler;

    private readonly Process _process = Start(target);
    private bool _isOpen;
    private bool _isBack;
    private long _lines;
    private long _bytes;

    /// <summary>Whether the attempt works where nothing stands in its way.</summary>
    internal async Task<bool> IsOpenAsync(CanaryListener canary, CanaryPort port)
    {
        var reading = Read();
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginErrorReadLine();
        Assert.True(await Within(Patience, () => Interlocked.Read(ref _lines) > 0), $"{attempt.Name}: Node does not start");
        if (!await TrySendAsync())
            return attempt.Proof == ScriptProof.Gone;
        return attempt.Proof switch
        {
            ScriptProof.Canary => await WithinAftermath(() => canary.HitsOf(port).Count > 0),
            ScriptProof.Endless => !await Within(Deadline, () => Volatile.Read(ref _isBack) || _process.HasExited),
            ScriptProof.Memory => await Within(Patience, () => ProcessMemory.Of(_process.Id) > ScriptLimits.MemoryBytes),
            ScriptProof.Flood => await Within(Patience, () => ScriptLimits.IsFlood(Interlocked.Read(ref _lines), Interlocked.Read(ref _bytes))),
            ScriptProof.Gone => await Within(Patience, () => _process.HasExited || reading.IsFaulted),
            _ => await WithinAftermath(() => Volatile.Read(ref _isOpen)),
        };
    }

    public void Dispose()
    {
        _process.Kill();
        Assert.True(_process.WaitForExit(TimeSpan.FromSeconds(10)), "a control does not end");
        _process.Dispose();
    }

    private static Process Start(ScriptTarget target)
    {
        var start = new ProcessStartInfo("node", [target.ControlScript])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TZ"] = ScriptTarget.Zone;
        start.Environment["LC_ALL"] = "de_AT.UTF-8";
        return Process.Start(start) ?? throw new InvalidOperationException("Node does not start: run ./test, which installs what it needs.");
    }

    // Where the script ended at once, nobody reads this.
    private async Task<bool> TrySendAsync()
    {
        try
        {
            await _process.StandardInput.WriteAsync("go\nnext\n");
            await _process.StandardInput.FlushAsync();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<bool> Within(TimeSpan most, Func<bool> holds)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var since = Stopwatch.GetTimestamp();
        while (!holds() && Stopwatch.GetElapsedTime(since) < most)
            await pace.WaitForNextTickAsync();
        return holds();
    }

    private async Task<bool> WithinAftermath(Func<bool> holds)
    {
        await Within(Patience, () => holds() || Volatile.Read(ref _isBack) || _process.HasExited);
        return await Within(attempt.Uncounted is null ? Patience : Aftermath, holds);
    }

    private async Task Read()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            Interlocked.Increment(ref _lines);
            Interlocked.Add(ref _bytes, line.Length);
            using var json = JsonDocument.Parse(line);
            var call = json.RootElement.GetProperty("call").GetString();
            var text = json.RootElement.TryGetProperty("text", out var said) ? said.GetString()! : "";
            if (text == "here")
                Volatile.Write(ref _isBack, true);
            if (call == "chat.send" ? attempt.Proof == ScriptProof.Posted && text == target.Token : attempt.IsIn(text, target))
                Volatile.Write(ref _isOpen, true);
        }
    }
}
