namespace PluginRoom.Sdk;

/// <summary>
/// People's voices, pictures and screens, and streams of the plugin's own. They come and go by a media peer of the host's, which everybody
/// sees; where a host has none, every call fails with <c>media.no-peer</c>.
/// </summary>
/// <remarks>
/// What only changes a person's own camera picture needs none of this: <c>media.local.transform</c> runs in that person's browser, by a
/// script in the slot <c>transform</c> of "ui", and has no server side.
/// </remarks>
public interface IMedia
{
    /// <summary>
    /// Asks for one person's stream. Needs <c>media.audio.receive</c>, <c>media.video.receive</c> or <c>media.screen.receive</c> with a reason, and
    /// a flow of <c>content.audio</c>, <c>content.video</c> or <c>content.screen</c>. That person is asked each time, and a yes counts once.
    /// </summary>
    /// <exception cref="CapabilityDeniedException">The capability is not declared, or the person has not said yes.</exception>
    /// <exception cref="RoomCallException"><c>media.no-peer</c>: this host cannot; <c>participant.unknown</c>: nobody has that id.</exception>
    Task ReceiveAsync(ParticipantId person, MediaKind kind, CancellationToken cancellationToken = default);

    /// <summary>
    /// Begins a stream of the plugin's own, which everybody sees or hears as the plugin's. Needs
    /// <c>{ "name": "media.publish", "reason": "..." }</c>.
    /// </summary>
    /// <exception cref="CapabilityDeniedException">
    /// <c>media.publish</c> is not declared, or this plugin has received data that may not go into the room.
    /// </exception>
    /// <exception cref="RoomCallException"><c>media.no-peer</c>: this host cannot.</exception>
    Task PublishAsync(MediaKind kind, CancellationToken cancellationToken = default);
}

/// <summary>What a stream carries.</summary>
public enum MediaKind
{
    /// <summary>A microphone.</summary>
    Audio,

    /// <summary>A camera.</summary>
    Video,

    /// <summary>A shared screen with its sound.</summary>
    Screen,
}
