using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using PluginRoom.Host.Tests.Signaling;

namespace PluginRoom.Host.Tests.Capabilities;

/// <summary>Catches the lines that the probe logs on their way to the operator: answers to orders, and events.</summary>
internal sealed class ProbeLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _answers = [];
    private readonly ConcurrentDictionary<string, Channel<string>> _events = [];

    /// <summary>The result of the order of this number.</summary>
    public async Task<string> Answer(string number) => await Waiting(number).Task.WaitAsync(Browser.Deadline);

    /// <summary>The next event of that capability.</summary>
    public async Task<string> Event(string capability)
    {
        using var deadline = new CancellationTokenSource(Browser.Deadline);
        return await Channel(capability).Reader.ReadAsync(deadline.Token);
    }

    public bool HasEvent(string capability) => Channel(capability).Reader.TryPeek(out _);

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> values || values.FirstOrDefault(value => value.Key == "Line").Value is not string line)
            return;
        var words = line.Split(' ', 3);
        if (words is ["event", var capability, var said])
            Channel(capability).Writer.TryWrite(said);
        else
            Waiting(words[0]).TrySetResult(line[(words[0].Length + 1)..]);
    }

    public void Dispose()
    {
    }

    private TaskCompletionSource<string> Waiting(string number) =>
        _answers.GetOrAdd(number, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private Channel<string> Channel(string capability) =>
        _events.GetOrAdd(capability, _ => System.Threading.Channels.Channel.CreateUnbounded<string>());
}
