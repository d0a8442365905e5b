using System.Diagnostics;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Commands.Doctor;

/// <summary>Which kinds of server sides run here: one of each is really started, in the sandbox, and stopped.</summary>
internal sealed class EngineCheck(WorkerLauncher launcher, string workerPath)
{
    private const string Part = "engines";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly WorkerLimits Limits = new(MemoryMb: 96, CpuPercent: 100, StartSeconds: 15);

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("pluginroom-doctor-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "main.js"), "\"use strict\";\n", stop);
            var worker = Path.GetFullPath(workerPath);
            return
            [
                // The worker's own assembly has a plugin that does nothing.
                await StartAsync(".NET", ServerRuntime.Dotnet, Path.GetDirectoryName(worker)!, Path.GetFileName(worker), stop),
                await StartAsync("JavaScriptCore", ServerRuntime.Javascript, folder.FullName, "main.js", stop),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<Finding> StartAsync(string name, ServerRuntime runtime, string folder, string entry, CancellationToken stop)
    {
        if (launcher.RunsWorkers != true)
            return Finding.Problem(Part, name, "not started, as no sandbox holds");
        if (RuntimeReadiness.Missing(runtime) is { } missing)
            return Finding.Warning(Part, name, missing);
        var owner = new Onlooker();
        var began = Stopwatch.GetTimestamp();
        await using var worker = launcher.Supervise(new("org.pluginroom.doctor", "1.0.0", folder, runtime, entry, "doctor", [], Limits), owner);
        try
        {
            return await owner.Outcome.WaitAsync(Patience, stop) is { } reason
                ? Finding.Problem(Part, name, $"does not start: {reason.ReplaceLineEndings(" ")}")
                : Finding.Ok(Part, name, FormattableString.Invariant($"starts, in {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms"));
        }
        catch (TimeoutException)
        {
            return Finding.Problem(Part, name, $"does not start within {Patience.TotalSeconds:0} s");
        }
    }

    /// <summary>Waits for the first end of a start.</summary>
    private sealed class Onlooker : IWorkerOwner
    {
        private readonly TaskCompletionSource<string?> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Null: it runs. Else why it does not.</summary>
        public Task<string?> Outcome => _outcome.Task;

        public ValueTask<WorkerReply> AnswerAsync(WorkerCall call, CancellationToken cancellationToken) => new(WorkerReply.Done);

        public ValueTask<WorkerReply> ShowAsync(string? pseudonym, ReadOnlyMemory<byte> data, CancellationToken cancellationToken) => new(WorkerReply.Done);

        public ValueTask StateChangedAsync(WorkerState state, CancellationToken cancellationToken)
        {
            if (state is WorkerRunning)
                _outcome.TrySetResult(null);
            else if (state is WorkerFailed failed)
                _outcome.TrySetResult(failed.Reason);
            else if (state is WorkerRestarting restarting)
                _outcome.TrySetResult(restarting.Reason);
            return ValueTask.CompletedTask;
        }

        public void Logged(WorkerLog line)
        {
        }

        public void LimitReached(string words)
        {
        }

        public void Faulted(WorkerFault fault)
        {
        }
    }
}
