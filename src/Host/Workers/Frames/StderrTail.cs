using System.Text;
using PluginRoom.Host.Workers.Sandbox.Spawning;

namespace PluginRoom.Host.Workers.Frames;

/// <summary>The last ten lines that a worker wrote to its error output, for the reason of its end.</summary>
/// <param name="pace">Given the bytes of each read; blocks while it was too much.</param>
internal sealed class StderrTail(int descriptor, Action<int> pace)
{
    private const int MaxLines = 10;
    private const int MaxLineLength = 400;

    /// <summary>.NET says first what happened and then, at length, where; a whole stack would push the what out of the tail.</summary>
    private const int MaxStackFrames = 3;

    /// <summary>JavaScriptCore says this whenever it starts without its cage, as it is told to.</summary>
    private const string EngineGreeting = "Warning: disabling gigacage";
    private readonly Queue<string> _lines = [];
    private readonly StringBuilder _line = new();
    private readonly TaskCompletionSource<string> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _frames;

    /// <summary>Completes when the pipe has ended: when no process holds it any more.</summary>
    internal Task<string> Tail => _end.Task;

    /// <summary>Blocks until the pipe ends.</summary>
    internal void ReadToEnd()
    {
        using var stream = new DescriptorStream(descriptor);
        var decoder = Encoding.UTF8.GetDecoder();
        var bytes = new byte[4096];
        var text = new char[4096];
        while (stream.Read(bytes) is > 0 and var read)
        {
            foreach (var character in text.AsSpan(0, decoder.GetChars(bytes.AsSpan(0, read), text, flush: false)))
                Add(character);
            pace(read);
        }

        EndLine();
        _end.SetResult(string.Join('\n', _lines));
    }

    private void Add(char character)
    {
        if (character == '\n')
            EndLine();
        else if (_line.Length < MaxLineLength)
            _line.Append(char.IsControl(character) && character != '\t' ? '\uFFFD' : character);
    }

    private void EndLine()
    {
        if (_line.Length == 0)
            return;
        var line = _line.ToString();
        _line.Clear();
        _frames = line.StartsWith("   at ", StringComparison.Ordinal) ? _frames + 1 : 0;
        if (_frames > MaxStackFrames || line.StartsWith(EngineGreeting, StringComparison.Ordinal))
            return;
        _lines.Enqueue(line);
        if (_lines.Count > MaxLines)
            _lines.Dequeue();
    }
}
