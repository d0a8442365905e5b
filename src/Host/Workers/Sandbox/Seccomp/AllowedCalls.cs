namespace PluginRoom.Host.Workers.Sandbox.Seccomp;

/// <summary>
/// Stage 2: all that a running plugin has, .NET's or JavaScriptCore's. The worker takes it before it reads a byte of the plugin.
/// Whatever is missing here fails with EPERM instead of ending the process: the kernel is as closed either way, and an honest
/// plugin that calls something unusual gets an exception that it can understand.
/// </summary>
internal static class AllowedCalls
{
    /// <summary>The number that <c>Lockdown</c> in the worker replaces by the worker's own process id, which only the worker knows.</summary>
    internal const uint OwnProcess = 0x70696421;

    internal static IReadOnlyList<CallRule> All => [.. ByName, .. ByArgument];

    private static readonly CallRule[] ByName =
    [
        new("Reading and writing what is open",
            "read write readv writev pread64 pwrite64 preadv pwritev preadv2 pwritev2 lseek close close_range fadvise64"),
        new("Looking at what is there", "access faccessat faccessat2 stat lstat fstat newfstatat fstatat64 statx "
            + "statfs fstatfs readlink readlinkat getdents getdents64 getcwd"),
        new("Its scratch folder", "unlink unlinkat mkdir mkdirat rmdir rename renameat renameat2 ftruncate fallocate"),
        new("Memory", "mprotect munmap mremap madvise brk mincore msync mlock munlock membarrier get_mempolicy"),
        new("Threads", "futex set_robust_list rseq set_tid_address arch_prctl exit exit_group sched_yield sched_getaffinity "
            + "sched_get_priority_max sched_get_priority_min sched_getscheduler sched_getparam getcpu gettid"),
        new("Time", "nanosleep clock_nanosleep clock_gettime clock_getres gettimeofday time restart_syscall"),
        new("Who and where it is", "getpid getppid getuid geteuid getgid getegid getresuid getresgid getrusage getrlimit sysinfo uname"),
        new("Signals: handlers and masks of its own; JavaScriptCore suspends its threads by them",
            "rt_sigaction rt_sigprocmask rt_sigreturn rt_sigsuspend sigaltstack"),
        new("Random bytes", "getrandom"),
        new("Waiting on its own descriptors, and passing them around inside",
            "poll ppoll select pselect6 epoll_create1 epoll_ctl epoll_wait epoll_pwait epoll_pwait2 eventfd2 pipe pipe2 dup dup2 dup3"),
        new("The runtime asks whether a descriptor is a socket; none is", "getsockopt getsockname"),
    ];

    private static readonly CallRule[] ByArgument =
    [
        new("Opening without emptying", "open", ArgumentTest.HasNone(1, Truncate)),
        new("Emptying only what is opened for writing: older Landlock does not see the other case", "open", ArgumentTest.Has(
            1, Truncate | Access, Truncate | WriteOnly)),
        new("Reading and writing", "open", ArgumentTest.Has(1, Truncate | Access, Truncate | ReadWrite)),
        new("The same by openat", "openat", ArgumentTest.HasNone(2, Truncate)),
        new("Writing", "openat", ArgumentTest.Has(2, Truncate | Access, Truncate | WriteOnly)),
        new("Reading and writing", "openat", ArgumentTest.Has(2, Truncate | Access, Truncate | ReadWrite)),
        new("New threads in the same namespaces", "clone", ArgumentTest.Has(
            0, CloneFlags.Thread | CloneFlags.VirtualFork | CloneFlags.NewNamespaces | CloneFlags.Trace, CloneFlags.Thread)),
        new("Private memory", "mmap", ArgumentTest.Has(3, 0xf, MapPrivate)),
        new("Files, shared or not. Memory that is shared and of no file would escape the limit on private memory",
            "mmap", ArgumentTest.HasNone(3, MapAnonymous)),
        new("Signals to itself", "kill tgkill rt_tgsigqueueinfo", ArgumentTest.Is(0, OwnProcess)),
        new("The runtime pins only the thread that asks", "sched_setaffinity", ArgumentTest.Is(0, 0)),
        new("A thread's name", "prctl", ArgumentTest.Is(0, SetName)),
        new("A mapping's name", "prctl", ArgumentTest.Is(0, SetMappingName)),
        new("Reading its own limits", "prlimit64", ArgumentTest.Is(0, 0), ArgumentTest.IsNull(2)),
        new("F_GETFD", "fcntl", ArgumentTest.Is(1, 1)),
        new("F_SETFD", "fcntl", ArgumentTest.Is(1, 2)),
        new("F_GETFL", "fcntl", ArgumentTest.Is(1, 3)),
        new("F_SETFL", "fcntl", ArgumentTest.Is(1, 4)),
        new("F_DUPFD_CLOEXEC", "fcntl", ArgumentTest.Is(1, 1030)),
        new("TCGETS: is it a terminal?", "ioctl", ArgumentTest.Is(1, 0x5401)),
        new("FIONREAD", "ioctl", ArgumentTest.Is(1, 0x541b)),
        new("FIONBIO", "ioctl", ArgumentTest.Is(1, 0x5421)),
    ];

    /// <summary>What fails in a way of its own.</summary>
    internal static IReadOnlyList<CallRule> Refused { get; } =
    [
        new("The C library falls back to clone, whose flags a filter can see", "clone3") { Error = CallRule.NotImplemented },
    ];

    private const ulong Truncate = 0x200;
    private const ulong Access = 3;
    private const ulong WriteOnly = 1;
    private const ulong ReadWrite = 2;
    private const ulong MapPrivate = 2;
    private const ulong MapAnonymous = 0x20;
    private const uint SetName = 15;
    private const uint SetMappingName = 0x53564d41;
}
