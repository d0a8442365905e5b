namespace PluginRoom.Protocol.Worker;

/// <summary>The worker's one command-line argument, as JSON: all that it needs to know before the first frame.</summary>
/// <param name="Mode"><c>run</c>, or <c>probe</c>: look for holes in the sandbox instead of running a plugin.</param>
/// <param name="Runtime"><c>dotnet</c> or <c>javascript</c>.</param>
/// <param name="PluginDirectory">As the worker sees it.</param>
/// <param name="Confinement">What the worker takes from itself before it reads a byte of the plugin; null where nothing confines it.</param>
public sealed record WorkerLaunch(string Mode, string Runtime, string PluginDirectory, WorkerConfinement? Confinement)
{
    public const string Run = "run";
    public const string Probe = "probe";
    public const string Dotnet = "dotnet";
    public const string JavaScript = "javascript";
}

/// <param name="DataBytes">Private memory that may be written.</param>
/// <param name="AddressSpaceBytes">Reserved addresses, used or not.</param>
/// <param name="Threads">Counted for each user by the kernel; in a user namespace of its own that is this process alone.</param>
/// <param name="ScratchBytes">Of one file.</param>
/// <param name="OwnNamespaces">Nothing of the machine can be seen at all, rather than seen and not opened.</param>
/// <param name="Filter">The system calls that stay possible: a seccomp program, base64.</param>
public sealed record WorkerConfinement(
    ulong DataBytes, ulong AddressSpaceBytes, int Threads, int OpenFiles, ulong ScratchBytes, bool OwnNamespaces, string Filter);
