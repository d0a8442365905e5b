using System.Text;
using System.Threading.Channels;
using PluginRoom.Host.Tests.Signaling;

namespace PluginRoom.Host.Tests.Settings;

/// <summary>Hands over each line as soon as it is written.</summary>
internal sealed class LineWriter : TextWriter
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (value == '\n')
        {
            _lines.Writer.TryWrite(_line.ToString().TrimEnd('\r'));
            _line.Clear();
        }
        else
        {
            _line.Append(value);
        }
    }

    public async Task<string> NextAsync() => await _lines.Reader.ReadAsync().AsTask().WaitAsync(Browser.Deadline);
}
