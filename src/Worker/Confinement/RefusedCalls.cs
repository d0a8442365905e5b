namespace PluginRoom.Worker.Confinement;

/// <summary>
/// System calls that an unconfined process has and a worker has not. Each answers whether it was possible, and leaves nothing behind.
/// </summary>
internal static class RefusedCalls
{
    private const int Unix = 1;
    private const int Internet = 2;
    private const int Stream = 1;
    private const int Raw = 3;
    private const int NewUserNamespace = 0x10000000;

    /// <summary>The same number on every architecture.</summary>
    private const nint SetUpRing = 425;

    private const nint OpenProcess = 434;

    internal static IReadOnlyList<(string Name, Func<bool> IsPossible)> All { get; } =
    [
        // Harmless and always granted without a filter: so this one says that the allow list is on.
        ("asking for its session (the filter of system calls is off)", static () => Libc.SessionOf(0) >= 0),
        ("an Internet socket", static () => Opens(Libc.OpenSocket(Internet, Stream, 0))),
        ("a raw socket", static () => Opens(Libc.OpenSocket(Internet, Raw, 1))),
        ("a Unix socket", static () => Opens(Libc.OpenSocket(Unix, Stream, 0))),
        ("io_uring", static () => Opens((int)Libc.SystemCall(SetUpRing, 1, RingParameters(), 0))),
        ("a file in memory", static () => Opens(Libc.CreateMemoryFile("leak", 0))),
        ("a descriptor of another process", static () => Opens((int)Libc.SystemCall(OpenProcess, Libc.ParentId(), 0, 0))),
        ("a signal to another process", static () => Libc.SendSignal(Libc.ParentId() is var id and not 0 ? id : 2, 0) == 0),
        ("being traced", static () => Libc.Trace(0, 0, 0, 0) == 0),
        // Last: where it works, this process is in another namespace from here on.
        ("a user namespace", static () => Libc.Unshare(NewUserNamespace) == 0),
    ];

    private static bool Opens(int descriptor)
    {
        if (descriptor < 0)
            return false;
        _ = Libc.Close(descriptor);
        return true;
    }

    private static unsafe nint RingParameters()
    {
        // io_uring_params: 120 bytes, zero for the defaults.
        var parameters = GC.AllocateArray<byte>(256, pinned: true);
        fixed (byte* first = parameters)
            return (nint)first;
    }
}
