using System.Collections;
using PluginRoom.Host.Workers.Sandbox.Spawning;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Sandbox;

/// <summary>
/// Tier 0: a child as any program starts one, with the host's environment and rights. For developing on a machine that can do no
/// better, and for the control of every test that shows what a sandbox holds back.
/// </summary>
internal sealed class PlainStarter(RuntimeFiles runtime, string workerPath) : TierStarter
{
    internal override SandboxTier Tier => SandboxTier.None;

    internal override string Isolation => "tier 0: none; it can do whatever the host's user can";

    internal override Task<ChildProcess> StartAsync(string mode, string pluginDirectory, WorkerLimits limits) =>
        ChildProcess.StartAsync(new(runtime.Dotnet, [workerPath, Argument(new(mode, WorkerLaunch.Dotnet, pluginDirectory, null))])
        {
            Environment = Variables(limits),
            InheritsDescriptors = true,
        });

    private static List<string> Variables(WorkerLimits limits)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry inherited in Environment.GetEnvironmentVariables())
            variables[(string)inherited.Key] = (string?)inherited.Value ?? "";
        foreach (var (name, value) in RuntimeSettings.For(limits))
            variables[name] = value;
        return [.. variables.Select(static variable => $"{variable.Key}={variable.Value}")];
    }
}
