namespace PluginRoom.Host.Workers.Sandbox.Seccomp;

/// <summary>System calls that a filter treats alike.</summary>
/// <param name="Why">What they are for, or what could be done with them.</param>
/// <param name="Calls">
/// Names separated by spaces. <c>name=number</c> for calls that are newer than the oldest libseccomp we support; from 424 on the
/// numbers are the same on all architectures. A name that this architecture lacks is left out.
/// </param>
/// <param name="When">All of these hold; the rule covers every call when there are none.</param>
internal sealed record CallRule(string Why, string Calls, params ArgumentTest[] When)
{
    /// <summary>The error number that the call fails with where the rule refuses.</summary>
    internal int Error { get; init; } = NotPermitted;

    /// <summary>EPERM.</summary>
    internal const int NotPermitted = 1;

    /// <summary>ENOSYS: the C library falls back to an older call.</summary>
    internal const int NotImplemented = 38;
}
