using System.ComponentModel;
using System.Runtime.InteropServices;
using PluginRoom.Host.Workers.Sandbox.Spawning;

namespace PluginRoom.Host.Workers.Sandbox.Landlock;

/// <summary>
/// What a process may open, as a descriptor that it takes on itself (landlock(7)). Everything that this kernel's Landlock knows is
/// refused but what was granted here: from version 4 on also TCP, from 6 on signals and abstract sockets to the outside.
/// </summary>
internal sealed unsafe class LandlockRules : IDisposable
{
    // The same numbers on every architecture.
    private const nint CreateRuleset = 444;
    private const nint AddRule = 445;
    private const nint AskVersion = 1;
    private const nint PathBeneath = 1;
    private readonly ulong _known;

    [StructLayout(LayoutKind.Sequential)]
    private struct Handled
    {
        internal ulong Files;
        internal ulong Network;
        internal ulong Scopes;
    }

    // Packed in the kernel's header as well.
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Beneath
    {
        internal ulong Access;
        internal int Folder;
    }

    internal LandlockRules(int version)
    {
        _known = FilesKnownIn(version);
        var handled = new Handled { Files = _known, Network = version >= 4 ? 3UL : 0, Scopes = version >= 6 ? 3UL : 0 };
        // An older kernel accepts the larger structure as long as what it does not know is zero.
        Descriptor = Check((int)Libc.SystemCall(CreateRuleset, (nint)(&handled), sizeof(Handled), 0), "landlock_create_ruleset");
    }

    internal int Descriptor { get; }

    /// <summary>0 where the kernel has no Landlock or it is off.</summary>
    internal static int Version => Math.Max(0, (int)Libc.SystemCall(CreateRuleset, 0, 0, AskVersion));

    /// <summary>A path that does not exist is left out.</summary>
    internal void Grant(string path, LandlockAccess access)
    {
        var target = Libc.Open(path, Libc.PathOnly | Libc.CloseOnExec);
        if (target < 0)
            return;
        try
        {
            var allowed = (ulong)(Directory.Exists(path) ? access : access & LandlockAccess.OnFiles) & _known;
            var rule = new Beneath { Access = allowed, Folder = target };
            _ = Check((int)Libc.SystemCall(AddRule, Descriptor, PathBeneath, (nint)(&rule)), $"landlock_add_rule({path})");
        }
        finally
        {
            _ = Libc.Close(target);
        }
    }

    public void Dispose() => _ = Libc.Close(Descriptor);

    // 13 rights in version 1; then linking between folders, truncating, and ioctl on devices.
    private static ulong FilesKnownIn(int version) => (1UL << (version switch { 1 => 13, 2 => 14, 3 or 4 => 15, _ => 16 })) - 1;

    private static int Check(int result, string call) => result >= 0
        ? result
        : throw new Win32Exception(Marshal.GetLastPInvokeError(), $"{call}: {Marshal.GetLastPInvokeErrorMessage()}");
}
