using System.Collections;
using PluginRoom.Host.Workers.Sandbox.Spawning;

namespace PluginRoom.Host.Workers.Sandbox;

/// <summary>
/// Tier 0: a child as any program starts one, with the host's environment and rights. For developing on a machine that can do no
/// better, and for the control of every test that shows what a sandbox holds back.
/// </summary>
internal sealed class PlainStarter(RuntimeFiles files, string workerPath) : TierStarter
{
    internal override SandboxTier Tier => SandboxTier.None;

    internal override string Isolation => "tier 0: none; it can do whatever the host's user can";

    internal override Task<ChildProcess> StartAsync(WorkerStart start) =>
        ChildProcess.StartAsync(new(files.Dotnet, [workerPath, Launch(start, start.PluginDirectory, null)])
        {
            Environment = Variables(start),
            InheritsDescriptors = true,
        });

    private static List<string> Variables(WorkerStart start)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry inherited in Environment.GetEnvironmentVariables())
            variables[(string)inherited.Key] = (string?)inherited.Value ?? "";
        foreach (var (name, value) in RuntimeSettings.For(start))
            variables[name] = value;
        return [.. variables.Select(static variable => $"{variable.Key}={variable.Value}")];
    }
}
