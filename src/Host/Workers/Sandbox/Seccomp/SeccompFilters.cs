namespace PluginRoom.Host.Workers.Sandbox.Seccomp;

/// <summary>The programs of both stages, built once for the machine that the host runs on.</summary>
/// <param name="Denying">Stage 1.</param>
/// <param name="DenyingButSpawn">Stage 1 for a thread that has yet to start the worker.</param>
/// <param name="Allowing">Stage 2, base64: it travels in the worker's command line.</param>
internal sealed record SeccompFilters(byte[] Denying, byte[] DenyingButSpawn, string Allowing)
{
    /// <exception cref="DllNotFoundException">libseccomp is not installed.</exception>
    /// <exception cref="SeccompException">It is too old.</exception>
    internal static SeccompFilters Build() => new(
        FilterProgram.Denying(DeniedCalls.All),
        FilterProgram.Denying(DeniedCalls.ForSpawning),
        Convert.ToBase64String(FilterProgram.Allowing(AllowedCalls.All, AllowedCalls.Refused)));
}
