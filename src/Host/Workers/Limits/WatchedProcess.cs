using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;

namespace PluginRoom.Host.Workers.Limits;

/// <summary>One worker process as the kernel shows it to the host. Only the thread that watches uses it.</summary>
internal sealed partial class WatchedProcess : IDisposable
{
    private const int ProcessGroup = 1;
    private const int LeastPriority = 19;
    private readonly ProcessFile _stat;
    private readonly ProcessFile _status;
    private readonly PidDescriptor _process;

    // A status is about 1.5 kB.
    private readonly byte[] _buffer = new byte[4096];

    private WatchedProcess(int id, ProcessFile stat, ProcessFile status, PidDescriptor process) =>
        (Id, _stat, _status, _process) = (id, stat, status, process);

    internal int Id { get; }

    /// <param name="childId">What the host has started and not yet waited for.</param>
    /// <param name="isMonitor">The worker is the only child of what was started.</param>
    /// <returns>Null when it does not exist yet, or no longer.</returns>
    internal static WatchedProcess? Find(int childId, bool isMonitor)
    {
        var id = isMonitor ? OnlyChild(childId) : childId;
        if (id is not { } worker)
            return null;
        var found = Open(worker);
        // Still its child after everything is open: then all of it is about that child and not about a later owner of the number.
        if (found is not null && isMonitor && OnlyChild(childId) != worker)
        {
            found.Dispose();
            return null;
        }

        return found;
    }

    /// <summary>False when it has ended.</summary>
    internal bool TryRead(out ProcessReading reading) => ProcessReading.TryParse(_stat.Read(_buffer), out reading);

    /// <summary>In bytes; 0 when it has ended.</summary>
    internal long ReadPrivateMemory() => PrivateMemory.Parse(_status.Read(_buffer));

    internal bool Stop() => _process.Signal(PidDescriptor.Stop);

    internal void Continue() => _process.Signal(PidDescriptor.Continue);

    /// <summary>
    /// Everybody else comes first from now on, for good: without privileges nobody takes this back. A kernel that shares the processor
    /// out by session (sched(7), autogroup) goes by the session's value, which only root may set for a worker; others by the threads'
    /// own, and those to come inherit it.
    /// </summary>
    /// <returns>False when the kernel wants to be asked again later.</returns>
    internal bool YieldToOthers()
    {
        _ = SetPriority(ProcessGroup, Id, LeastPriority);
        var session = string.Create(CultureInfo.InvariantCulture, $"/proc/{Id}/autogroup");
        if (!Environment.IsPrivilegedProcess || !File.Exists(session))
            return true;
        try
        {
            File.WriteAllText(session, LeastPriority.ToString(CultureInfo.InvariantCulture));
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _stat.Dispose();
        _status.Dispose();
        _process.Dispose();
    }

    private static WatchedProcess? Open(int id)
    {
        var folder = string.Create(CultureInfo.InvariantCulture, $"/proc/{id}");
        var stat = ProcessFile.Open(folder + "/stat");
        var status = ProcessFile.Open(folder + "/status");
        var process = PidDescriptor.Open(id);
        if (stat is not null && status is not null && process is not null)
            return new(id, stat, status, process);
        stat?.Dispose();
        status?.Dispose();
        process?.Dispose();
        return null;
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int kind, int id, int value);

    private static int? OnlyChild(int id)
    {
        using var children = ProcessFile.Open(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/task/{id}/children"));
        Span<byte> text = stackalloc byte[64];
        return children is not null && Utf8Parser.TryParse(children.Read(text), out int child, out _) ? child : null;
    }
}
