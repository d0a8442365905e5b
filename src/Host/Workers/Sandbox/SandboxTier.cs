namespace PluginRoom.Host.Workers.Sandbox;

/// <summary>How a worker is confined. The strongest is <see cref="Namespaces"/>, then <see cref="Landlock"/>; the number is the tier's name.</summary>
public enum SandboxTier
{
    /// <summary>Not at all: a plugin can do whatever the host's user can.</summary>
    None = 0,

    /// <summary>bubblewrap: every namespace of its own.</summary>
    Namespaces = 1,

    /// <summary>Landlock and seccomp in the host's namespaces, where the system refuses to make others.</summary>
    Landlock = 2,
}
