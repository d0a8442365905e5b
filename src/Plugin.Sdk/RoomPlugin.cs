namespace PluginRoom.Sdk;

/// <summary>
/// The server side of a plugin in one room. Derive exactly one public class with a parameterless constructor; the host makes one
/// instance for each room, in a process of its own without network or files.
/// </summary>
public abstract class RoomPlugin
{
    /// <summary>
    /// Called once, first. Register the event handlers here and return: five seconds after the process began, a plugin that has
    /// not returned is ended. Events that arrive meanwhile wait until this method has returned.
    /// </summary>
    /// <param name="room">Valid until the process ends.</param>
    /// <param name="cancellationToken">Cancelled when the plugin is asked to stop.</param>
    public abstract Task StartAsync(IRoom room, CancellationToken cancellationToken);

    /// <summary>
    /// Called once when the plugin is removed, updated or its room has ended; two seconds later the process is gone. A process that
    /// crashes or is killed does not get here.
    /// </summary>
    /// <param name="cancellationToken">Cancelled when the time is up.</param>
    public virtual Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
