using PluginRoom.Sdk;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker.Room;

internal sealed class HostLog(FrameOutput output) : IPluginLog
{
    public void Debug(string message) => ConsoleLines.Log(output, "debug", message);

    public void Info(string message) => ConsoleLines.Log(output, "info", message);

    public void Warning(string message) => ConsoleLines.Log(output, "warning", message);

    public void Error(string message) => ConsoleLines.Log(output, "error", message);
}
