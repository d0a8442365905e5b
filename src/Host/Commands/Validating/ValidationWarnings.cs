using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Commands.Validating;

/// <summary>What a host takes, and an author or an operator would still want to know.</summary>
internal static class ValidationWarnings
{
    /// <param name="missing">What this machine lacks to run such a server side; null: nothing.</param>
    public static IEnumerable<string> Of(PluginManifest manifest, Func<ServerRuntime, string?> missing)
    {
        if (manifest.Server is { } server && missing(server.Runtime) is { } lack)
            yield return $"Would not run on this machine: {lack}";
        if (manifest.Integrity is null)
            yield return "States no integrity: a damaged or changed copy of the folder would go unnoticed.";
        foreach (var sink in manifest.Sinks.Where(static sink => sink.ErasureUrl is null))
            yield return $"sink:{sink.Id} names no erasureUrl: when a person takes consent back, the host can ask nobody there to delete.";
    }
}
