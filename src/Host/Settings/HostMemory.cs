using System.Runtime.InteropServices;

namespace PluginRoom.Host.Settings;

/// <summary>What people say passes through this process, so other programs of the same user get neither its memory nor a core dump of it.</summary>
internal static partial class HostMemory
{
    private const string KeepOpen = "PLUGINROOM_DEBUGGABLE";
    private const int SetDumpable = 4;

    /// <summary>Unless the operator wants to attach a debugger: <c>PLUGINROOM_DEBUGGABLE=1</c>. Root can always.</summary>
    public static void Close(Func<string, string?> environment)
    {
        if (OperatingSystem.IsLinux() && environment(KeepOpen) != "1" && ProcessControl(SetDumpable, 0) != 0)
            throw new InvalidOperationException("prctl(PR_SET_DUMPABLE) failed.");
    }

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int ProcessControl(int option, nuint argument);
}
