using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PluginRoom.Host.Logging;
using PluginRoom.Host.Settings;

namespace PluginRoom.Host.Tests.Logging;

/// <summary>What the host's formatter makes of everything that is logged, line by line.</summary>
internal sealed class WrittenLog(LogFormat format) : ILoggerProvider
{
    private readonly HostLogFormatter _formatter = new(Settings(format), TimeProvider.System);

    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>Levels and categories of all that came, to see that the least of it did.</summary>
    public ConcurrentQueue<(LogLevel Level, string Category)> Heard { get; } = new();

    public static HostSettings Settings(LogFormat format) =>
        new(IPAddress.Loopback, 0, "plugins", "data", "web", "worker") { Log = new(format) };

    public ILogger CreateLogger(string categoryName) => new Pen(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Pen(WrittenLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            using var line = new StringWriter();
            log._formatter.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), null, line);
            log.Heard.Enqueue((logLevel, category));
            log.Lines.Enqueue(line.ToString());
        }
    }
}
