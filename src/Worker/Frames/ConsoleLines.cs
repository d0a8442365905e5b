using System.Text;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Worker.Frames;

/// <summary>What the plugin prints, as lines of its log. <see cref="Console.SetOut"/> puts a lock around it.</summary>
internal sealed class ConsoleLines(FrameOutput output) : TextWriter
{
    internal const int MaxLength = 4000;
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (value == '\n')
            Flush();
        else if (value != '\r' && _line.Length < MaxLength)
            _line.Append(value);
    }

    public override void Flush()
    {
        if (_line.Length == 0)
            return;
        Log(output, "info", _line.ToString());
        _line.Clear();
    }

    internal static void Log(FrameOutput output, string level, string message)
    {
        if (message.Length > MaxLength)
            message = message[..MaxLength];
        output.Write(WorkerFrameType.Log, 0, new WorkerLog(level, message), WorkerJson.Default.WorkerLog);
    }
}
