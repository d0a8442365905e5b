using PluginRoom.Host.Workers.Sandbox.Seccomp;
using PluginRoom.Host.Workers.Sandbox.Spawning;

namespace PluginRoom.Host.Workers.Sandbox.Namespaces;

/// <summary>Tier 1.</summary>
internal sealed class BubblewrapStarter(string bubblewrapPath, BubblewrapCommandLine line, SeccompFilters filters) : TierStarter
{
    internal override SandboxTier Tier => SandboxTier.Namespaces;

    internal override string Isolation => "tier 1: bubblewrap and seccomp; own namespaces, no network, no files but its own";

    internal override async Task<ChildProcess> StartAsync(WorkerStart start)
    {
        using var program = new FilledPipe(filters.Denying);
        var confinement = WorkerConfinements.Of(start, ownNamespaces: true, filters.Allowing);
        var arguments = line.For(start, Launch(start, BubblewrapCommandLine.PluginDirectory, confinement));
        return await ChildProcess.StartAsync(new(bubblewrapPath, arguments) { Descriptor = program.Descriptor }).ConfigureAwait(false);
    }
}
