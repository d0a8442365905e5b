using PluginRoom.Sdk;

namespace PluginRoom.Plugins.Recorder;

/// <summary>
/// Tells the room when a recording begins and how long it ran. It never meets a picture, a sound or a name: the recording is made
/// and saved in the browser of whoever started it.
/// </summary>
public sealed class RecorderPlugin : RoomPlugin
{
    private readonly Dictionary<string, DateTimeOffset> _running = [];

    public override Task StartAsync(IRoom room, CancellationToken cancellationToken)
    {
        room.Recordings.OnStarted((recording, cancellation) =>
        {
            _running[recording.Id] = recording.At;
            return room.Notifications.ShowAsync("A recording has started. Whoever does not allow it is left out.", cancellation);
        });
        room.Recordings.OnStopped((recording, cancellation) =>
        {
            // After a restart of this process the beginning is not known.
            var text = _running.Remove(recording.Id, out var began)
                ? $"The recording has ended after {Spoken.Duration(recording.At - began)}."
                : "The recording has ended.";
            return room.Notifications.ShowAsync(text, cancellation);
        });
        return Task.CompletedTask;
    }
}
