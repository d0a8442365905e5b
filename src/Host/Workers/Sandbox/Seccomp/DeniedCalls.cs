namespace PluginRoom.Host.Workers.Sandbox.Seccomp;

/// <summary>
/// Stage 1: what no worker ever does, from its first instruction on. It lies around the start of .NET, which needs more than the
/// plugin will have, and stays on below stage 2.
/// </summary>
internal static class DeniedCalls
{
    /// <summary>In tier 2 the host's own thread takes this filter and then still has to start the worker, which the C library does by vfork.</summary>
    internal static IReadOnlyList<CallRule> ForSpawning => [NoProcess(CloneFlags.Thread | CloneFlags.VirtualFork), .. Always];

    internal static IReadOnlyList<CallRule> All => [NoProcess(CloneFlags.Thread), .. Always];

    private static CallRule NoProcess(ulong oneOf) => new("Threads, but no process", "clone", ArgumentTest.HasNone(0, oneOf));

    private static readonly CallRule[] Always =
    [
        new("No process; the C library's fallback from clone3 is clone, whose flags a filter can see", "clone3")
        {
            Error = CallRule.NotImplemented,
        },
        new("No process", "fork vfork"),
        new("No network, and no socket of the host",
            "socket socketpair connect bind listen accept accept4 sendto sendmsg sendmmsg recvfrom recvmsg recvmmsg shutdown setsockopt getpeername"),
        new("A second way to everything that a filter on calls cannot see into", "io_uring_setup io_uring_enter io_uring_register"),
        new("The older one, with a long list of its own mistakes", "io_setup io_submit io_cancel io_destroy io_getevents io_pgetevents"),
        new("Other processes' memory and descriptors",
            "ptrace process_vm_readv process_vm_writev process_madvise process_mrelease pidfd_open pidfd_getfd pidfd_send_signal kcmp"),
        new("Files by other routes than their path",
            "mount umount umount2 move_mount open_tree fsopen fsconfig fsmount fspick mount_setattr=442 open_tree_attr=467 pivot_root chroot "
            + "name_to_handle_at open_by_handle_at statmount=457 listmount=458 fanotify_init fanotify_mark inotify_init inotify_init1 "
            + "inotify_add_watch inotify_rm_watch"),
        new("Namespaces, in which a process would be root again", "unshare setns"),
        new("The kernel itself",
            "kexec_load kexec_file_load init_module finit_module delete_module reboot swapon swapoff acct quotactl quotactl_fd=443 bpf "
            + "perf_event_open userfaultfd syslog personality modify_ldt iopl ioperm vhangup nfsservctl lookup_dcookie"),
        new("The kernel's key rings, shared between processes of one user", "add_key request_key keyctl"),
        new("The machine's clock and names",
            "settimeofday clock_settime clock_adjtime adjtimex stime sethostname setdomainname"),
        new("Channels between workers that no gate sees: shared memory, queues, locks on a file that both can read",
            "shmget shmat shmctl shmdt semget semop semctl semtimedop msgget msgsnd msgrcv msgctl "
            + "mq_open mq_unlink mq_timedsend mq_timedreceive mq_notify mq_getsetattr flock"),
        new("The same by fcntl: locks, leases, owners and signals of a descriptor", "fcntl", ArgumentTest.Is(1, 5)),
        new("F_SETLK", "fcntl", ArgumentTest.Is(1, 6)),
        new("F_SETLKW", "fcntl", ArgumentTest.Is(1, 7)),
        new("F_SETOWN", "fcntl", ArgumentTest.Is(1, 8)),
        new("F_SETSIG", "fcntl", ArgumentTest.Is(1, 10)),
        new("F_SETOWN_EX", "fcntl", ArgumentTest.Is(1, 15)),
        new("F_OFD_GETLK", "fcntl", ArgumentTest.Is(1, 36)),
        new("F_OFD_SETLK", "fcntl", ArgumentTest.Is(1, 37)),
        new("F_OFD_SETLKW", "fcntl", ArgumentTest.Is(1, 38)),
        new("F_SETLEASE", "fcntl", ArgumentTest.Is(1, 1024)),
        new("F_NOTIFY", "fcntl", ArgumentTest.Is(1, 1026)),
        new("A file's owner, mode, times and attributes, and device files",
            "chmod fchmod fchmodat fchmodat2=452 chown fchown lchown fchownat utime utimes utimensat futimesat mknod mknodat "
            + "setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr setxattrat=463 removexattrat=466 file_setattr=469"),
        new("Another identity or more rights", "setuid setgid setreuid setregid setresuid setresgid setfsuid setfsgid setgroups capset"),
        new("Other processes' place in memory", "migrate_pages move_pages set_mempolicy mbind set_mempolicy_home_node=450"),
        new("Programs that lie in no file", "memfd_create memfd_secret=447"),
        new("Typing into the operator's terminal: TIOCSTI and TIOCLINUX", "ioctl", ArgumentTest.Is(1, 0x5412)),
        new("TIOCLINUX", "ioctl", ArgumentTest.Is(1, 0x541c)),
    ];
}
