namespace PluginRoom.Sdk;

/// <summary>
/// What a plugin can ask of its room: one property for each capability. Using one that plugin.json does not declare throws
/// <see cref="CapabilityDeniedException"/>.
/// </summary>
/// <remarks>
/// Event handlers run one at a time, in the order in which things happened in the room: the next starts when the task of the one
/// before has completed. So state that only handlers touch needs no lock. Await calls freely inside a handler, but come back within
/// five seconds: a handler that does not is taken for hung and the process is restarted. A handler that throws is reported to the
/// operator, and the plugin lives on.
/// </remarks>
public interface IRoom
{
    /// <summary>Names this room towards this plugin only; another plugin in the same room sees another alias.</summary>
    string Alias { get; }

    /// <summary>The room's name and size. <c>room.info.read</c></summary>
    IRoomInfo Info { get; }

    /// <summary>Who is here. <c>participants.list</c>, names by <c>participants.profile.read</c></summary>
    IParticipants Participants { get; }

    /// <summary>Who comes and goes. <c>presence.subscribe</c></summary>
    IPresence Presence { get; }

    /// <summary>What people write, and lines of the plugin's own. <c>chat.read</c>, <c>chat.send</c>, <c>chat.sendAsUser</c></summary>
    IChat Chat { get; }

    /// <summary>Bytes to and from the plugin's own frames in the participants' browsers. <c>ui.panel</c>, <c>ui.stage</c>, <c>ui.toolbar</c> or <c>ui.overlay</c></summary>
    IPluginUi Ui { get; }

    /// <summary>Short notices that the room sees. <c>ui.notification</c></summary>
    INotifications Notifications { get; }

    /// <summary>When a person starts and stops a recording through this plugin. <c>recording.write</c></summary>
    IRecordings Recordings { get; }

    /// <summary>What the plugin keeps for the room. <c>storage.room</c></summary>
    IRoomStorage Storage { get; }

    /// <summary>What the plugin keeps for single persons. <c>storage.user</c></summary>
    IUserStorage UserStorage { get; }

    /// <summary>Files that people hand over. <c>files.pick</c></summary>
    IFiles Files { get; }

    /// <summary>What people write about themselves. <c>usercard.read</c></summary>
    ICards Cards { get; }

    /// <summary>Requests to the sinks that plugin.json names. <c>net.fetch</c></summary>
    INet Net { get; }

    /// <summary>
    /// People's voices, pictures and screens, and streams of the plugin's own. <c>media.audio.receive</c>, <c>media.video.receive</c>,
    /// <c>media.screen.receive</c>, <c>media.publish</c>
    /// </summary>
    IMedia Media { get; }

    /// <summary>What services outside leave for this plugin. <c>net.webhook.receive</c></summary>
    IWebhook Webhook { get; }

    /// <summary>The small signs that people send. <c>reactions.read</c></summary>
    IReactions Reactions { get; }

    /// <summary>Who speaks when. <c>speaking.read</c></summary>
    ISpeaking Speaking { get; }

    /// <summary>How the connections do on the whole. <c>quality.stats.read</c></summary>
    IQuality Quality { get; }

    /// <summary>What a moderator decides when asked. <c>moderation.mute</c>, <c>moderation.remove</c></summary>
    IModeration Moderation { get; }

    /// <summary>Other plugins in the room: calling them, and answering them. <c>plugin.call</c>, "callable"</summary>
    IPlugins Plugins { get; }

    /// <summary>Lines for the operator's log. Needs no capability; write no personal data.</summary>
    IPluginLog Log { get; }
}
