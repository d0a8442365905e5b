namespace PluginRoom.Sdk;

/// <summary>
/// Recordings that people make through this plugin's UI, on their own devices. Needs <c>{ "name": "recording.write" }</c>. The plugin
/// learns that one runs; never who is in it, and no picture or sound.
/// </summary>
public interface IRecordings
{
    /// <summary>Runs <paramref name="handler"/> when a person has started a recording. Dispose the result to stop.</summary>
    /// <exception cref="CapabilityDeniedException"><c>recording.write</c> is not declared.</exception>
    IDisposable OnStarted(Func<Recording, CancellationToken, Task> handler);

    /// <summary>Runs <paramref name="handler"/> when it has ended. Dispose the result to stop.</summary>
    /// <exception cref="CapabilityDeniedException"><c>recording.write</c> is not declared.</exception>
    IDisposable OnStopped(Func<Recording, CancellationToken, Task> handler);
}

/// <summary>A recording that began or ended.</summary>
/// <param name="At">When that happened (UTC).</param>
public sealed record Recording(string Id, DateTimeOffset At);
