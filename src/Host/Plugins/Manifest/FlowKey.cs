using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Plugins.Manifest;

/// <summary>
/// What consent is keyed to: the same while publisher, plugin and every word of the flow stay the same, so that an update that
/// changes none of them does not ask again and one that changes any of them does.
/// </summary>
public static class FlowKey
{
    private const int Length = 22;

    public static string Of(PluginManifest manifest, ManifestFlow flow)
    {
        var sink = flow.To.Kind == SinkKind.External ? manifest.Sinks.FirstOrDefault(sink => sink.Id == flow.To.Target) : null;
        return Of(
        [
            manifest.Publisher.Name, manifest.Id, flow.Data.Name(), flow.To.ToString(),
            sink?.Url ?? "", sink?.Operator ?? "", sink?.Country ?? "",
            flow.Purpose.Name(), flow.Retention.ToString(), flow.Optional ? "optional" : "required",
        ]);
    }

    /// <summary>The manifest as the gate reads it; the order of flows is the manifest's.</summary>
    public static FlowTable ToFlowTable(this PluginManifest manifest) => new(
        manifest.Capabilities.Select(capability => capability.Name),
        [.. manifest.DataFlows.Select(flow => new DeclaredFlow(Of(manifest, flow), flow.Data, flow.To, flow.Optional, flow.Purpose))]);

    // Each part carries its length, so that no two lists of parts read the same.
    private static string Of(IEnumerable<string> parts)
    {
        var text = string.Concat(parts.Select(part => $"{part.Length}:{part},"));
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
    }
}
