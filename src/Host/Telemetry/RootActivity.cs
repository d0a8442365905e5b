using System.Diagnostics;

namespace PluginRoom.Host.Telemetry;

/// <summary>
/// Activities without a parent. The framework makes one for each request, with a trace id that a browser may have chosen; a chain of
/// ours to it would tell what one person did.
/// </summary>
internal static class RootActivity
{
    /// <summary>Null: nobody listens.</summary>
    public static Activity? Start(ActivitySource source, string name)
    {
        if (!source.HasListeners())
            return null;
        Activity.Current = null;
        return source.StartActivity(name);
    }
}
