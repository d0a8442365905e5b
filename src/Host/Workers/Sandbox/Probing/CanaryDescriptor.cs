using PluginRoom.Host.Workers.Sandbox.Spawning;

namespace PluginRoom.Host.Workers.Sandbox.Probing;

/// <summary>A descriptor that a child gets unless something closes it, at a number where the runtime has none of its own.</summary>
internal sealed class CanaryDescriptor : IDisposable
{
    /// <summary>From here on the worker's LookAround searches.</summary>
    private const int First = 500;

    private readonly int _descriptor = Open();

    public void Dispose() => _ = Libc.Close(_descriptor);

    private static int Open()
    {
        var nothing = Libc.Open("/dev/null", Libc.CloseOnExec);
        var canary = Libc.FileControl(nothing, Libc.DuplicateFrom, First);
        _ = Libc.Close(nothing);
        return canary;
    }
}
