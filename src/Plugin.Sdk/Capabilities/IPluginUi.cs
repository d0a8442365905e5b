using System.Text;

namespace PluginRoom.Sdk;

/// <summary>
/// The plugin's own frames, one in each participant's browser. Needs an entry under "ui", <c>{ "name": "ui.panel" }</c> or
/// <c>{ "name": "ui.stage" }</c>, and the flow <c>{ "data": "plugin.input", "to": "ui" }</c>.
/// </summary>
public interface IPluginUi
{
    /// <summary>The largest message either way: 256 KiB.</summary>
    const int MaxBytes = 256 * 1024;

    /// <summary>
    /// Runs <paramref name="handler"/> for each message that a frame sent by <c>pluginroom.server.send</c>, from people who allow it.
    /// Dispose the result to stop.
    /// </summary>
    /// <exception cref="CapabilityDeniedException">No <c>ui.*</c> capability is declared.</exception>
    IDisposable OnInput(Func<UiInput, CancellationToken, Task> handler);

    /// <summary>Sends to one person's frame; if it is not open, the message is dropped.</summary>
    /// <exception cref="CapabilityDeniedException">
    /// No <c>ui.*</c> capability is declared, or this plugin has received data that may not go to its UI.
    /// </exception>
    /// <exception cref="ArgumentException">More than 256 KiB.</exception>
    Task SendAsync(ParticipantId to, ReadOnlyMemory<byte> data, CancellationToken cancellationToken = default);

    /// <summary>Sends to every open frame of this plugin in the room.</summary>
    /// <exception cref="CapabilityDeniedException">
    /// No <c>ui.*</c> capability is declared, or this plugin has received data that may not go to its UI.
    /// </exception>
    /// <exception cref="ArgumentException">More than 256 KiB.</exception>
    Task BroadcastAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken = default);
}

/// <summary>What one person's frame sent.</summary>
/// <param name="Data">Untouched. Yours to keep. It comes from a browser: check it.</param>
public readonly record struct UiInput(ParticipantId From, ReadOnlyMemory<byte> Data)
{
    /// <summary><see cref="Data"/> read as UTF-8; what is not valid UTF-8 becomes U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(Data.Span);
}
