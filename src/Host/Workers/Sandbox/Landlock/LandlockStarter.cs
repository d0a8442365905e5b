using PluginRoom.Host.Workers.Sandbox.Seccomp;
using PluginRoom.Host.Workers.Sandbox.Spawning;

namespace PluginRoom.Host.Workers.Sandbox.Landlock;

/// <summary>Tier 2: for machines that refuse namespaces, such as most containers.</summary>
internal sealed class LandlockStarter(RuntimeFiles files, string workerPath, int version, SeccompFilters filters) : TierStarter
{
    internal override SandboxTier Tier => SandboxTier.Landlock;

    internal override string Isolation => "tier 2: Landlock and seccomp; no network, no files but its own";

    internal override async Task<ChildProcess> StartAsync(WorkerStart start)
    {
        var scratch = start.Limits.ScratchMb > 0 ? new ScratchFolder(start.Limits) : null;
        try
        {
            using var outer = new LandlockRules(version);
            using var inner = new LandlockRules(version);
            foreach (var rules in (LandlockRules[])[outer, inner])
                Grant(rules, start, scratch?.Path);
            // The C library reads the bounds of the first thread's stack from /proc/self/maps, and the runtime ends without. There is
            // no way to name that file for a process that does not exist yet, so the worker gives all of /proc up when it runs.
            outer.Grant("/proc", LandlockAccess.ReadFile);
            var launch = Launch(
                start, start.PluginDirectory, WorkerConfinements.Of(start, ownNamespaces: false, filters.Allowing));
            return await ChildProcess.StartAsync(new(files.Dotnet, [workerPath, launch])
            {
                Environment = Variables(start, scratch?.Path),
                Directory = scratch?.Path ?? start.PluginDirectory,
                Descriptor = inner.Descriptor,
                Confinement = new(outer.Descriptor, filters.DenyingButSpawn),
                Scratch = scratch,
            }).ConfigureAwait(false);
        }
        catch
        {
            scratch?.Dispose();
            throw;
        }
    }

    // What the runtime takes for /tmp.
    private static List<string> Variables(WorkerStart start, string? scratch)
    {
        List<string> variables = [.. RuntimeSettings.For(start).Select(static setting => $"{setting.Name}={setting.Value}")];
        if (scratch is not null)
            variables.Add("TMPDIR=" + scratch);
        return variables;
    }

    private void Grant(LandlockRules rules, WorkerStart start, string? scratch)
    {
        rules.Grant(files.Dotnet, LandlockAccess.Read | LandlockAccess.Execute);
        rules.Grant(Path.Combine(files.DotnetRoot, "host"), LandlockAccess.Read);
        rules.Grant(Path.Combine(files.DotnetRoot, "shared/Microsoft.NETCore.App"), LandlockAccess.Read);
        // The dynamic loader is among them, and a program is executed through it.
        foreach (var library in files.Libraries.Concat(start.MoreLibraries))
            rules.Grant(library, LandlockAccess.Read | LandlockAccess.Execute);
        rules.Grant("/usr/share/zoneinfo", LandlockAccess.Read);
        rules.Grant("/dev/urandom", LandlockAccess.Read);
        rules.Grant(Path.GetDirectoryName(workerPath)!, LandlockAccess.Read);
        rules.Grant(start.PluginDirectory, LandlockAccess.Read);
        if (scratch is not null)
            rules.Grant(scratch, LandlockAccess.Scratch);
    }
}
