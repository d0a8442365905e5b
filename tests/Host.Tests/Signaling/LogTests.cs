using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PluginRoom.Host.Rooms;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Signaling;

/// <summary>Promise 1: what is relayed is never logged, whatever an operator sets.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task No_log_at_any_level_has_a_sealed_message_a_name_a_token_or_a_key()
    {
        using var log = new Recorder();
        await using var host = await RunningHost.Start(logging: logging => logging
            .AddProvider(log)
            .SetMinimumLevel(LogLevel.Trace)
            .AddFilter(null, LogLevel.Trace)
            .AddFilter("Microsoft.AspNetCore.SignalR", LogLevel.Trace)
            .AddFilter<Recorder>("Microsoft.AspNetCore", LogLevel.Trace)
            .AddFilter<Recorder>("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.Trace));
        const string Marker = "MARKERmarkerMARKERmarkerMARKERmarkerMARK";
        await using (var ada = await Browser.Join(host, "secret-room", "Ada Lovelace"))
        await using (var ben = await Browser.Join(host, "secret-room", "Ben"))
        {
            await ada.Relay(ben, Marker);
            await ben.Hear<Relayed>(RoomEvents.Relayed);
            await ada.Relay("nobody", Marker);
            await ada.CallText("Relay", $$"""{"to":"x","kind":"candidate","sealed":"{{Marker}}","{{Marker}}":1}""");
            await ada.CallText("Join", $$"""{"{{Marker}}":1}""");
            await Assert.ThrowsAnyAsync<Exception>(() => ada.CallRaw(Marker, Marker));

            // Proves that the recorder hears the lowest level at all.
            Assert.Contains(log.Lines, line => line.StartsWith("Trace", StringComparison.Ordinal) || line.StartsWith("Debug", StringComparison.Ordinal));
            string[] secrets = [Marker, "Lovelace", "secret-room", ada.PublicKey, ada.Seat.ResumeToken, ada.Seat.Self];
            Assert.DoesNotContain(log.Lines, line => secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
        }
    }

    private sealed class Recorder : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            _lines.Enqueue($"Scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
