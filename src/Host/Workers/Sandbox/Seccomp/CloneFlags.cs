namespace PluginRoom.Host.Workers.Sandbox.Seccomp;

/// <summary>Of clone(2).</summary>
internal static class CloneFlags
{
    internal const ulong Thread = 0x10000;
    internal const ulong VirtualFork = 0x4000;

    /// <summary>Time, mount, control group, host name, IPC, user, process id and network.</summary>
    internal const ulong NewNamespaces = 0x7e020080;

    internal const ulong Trace = 0x2000;
}
