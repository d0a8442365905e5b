using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PluginRoom.Worker.Confinement;

/// <summary>
/// Gives up /proc, which the runtime needed to start. The process was confined by Landlock from its first instruction on; these rules
/// are the same without that folder. Landlock belongs to a thread: this one and all that it will create, and the finalizer's, which
/// runs a plugin's code. The runtime's other threads, which do not, keep the outer rules.
/// </summary>
internal static class FileRules
{
    private const int Descriptor = 3;
    private const nint RestrictSelf = 446;
    private static int _taken;

    internal static void Apply()
    {
        Take();
        Abandon();
#pragma warning disable RS0030 // The only way to have something run on the finalizer's thread now.
        GC.Collect();
#pragma warning restore RS0030
        GC.WaitForPendingFinalizers();
        _ = Libc.Close(Descriptor);
        if (Volatile.Read(ref _taken) != 2)
            throw new InvalidOperationException("The file rules reached one thread only; this worker would not be confined.");
    }

    private static void Take()
    {
        if (Libc.SystemCall(RestrictSelf, Descriptor, 0, 0) != 0)
            throw new InvalidOperationException($"landlock_restrict_self failed with errno {Marshal.GetLastPInvokeError()}.");
        Interlocked.Increment(ref _taken);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Abandon() => _ = new OnFinalizerThread();

    private sealed class OnFinalizerThread
    {
        ~OnFinalizerThread() => Take();
    }
}
