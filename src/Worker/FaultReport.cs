using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker;

/// <summary>Tells the host what went wrong in the plugin. The text is the plugin's and may be of any length, so it is cut.</summary>
internal sealed class FaultReport(FrameOutput output)
{
    internal void Write(string during, string message, string? stack) => output.Write(
        WorkerFrameType.Fault, 0, new(during, Cut(message), stack is null ? null : Cut(stack)), WorkerJson.Default.WorkerFault);

    private static string Cut(string text) => text.Length <= ConsoleLines.MaxLength ? text : text[..ConsoleLines.MaxLength];
}
