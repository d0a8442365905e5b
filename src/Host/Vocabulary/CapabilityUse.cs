namespace PluginRoom.Host.Vocabulary;

/// <summary>How a plugin uses a capability. One entry for each; tests hold the names against the SDK and the typings.</summary>
/// <param name="Words">What it lets a plugin do, for people.</param>
/// <param name="Dotnet">Members of the SDK's <c>IRoom</c>. Empty: only frames use it.</param>
/// <param name="Script">What a script calls, or the event that it subscribes to.</param>
internal sealed record CapabilityUse(string Words, string[] Dotnet, string[] Script)
{
    private static readonly Dictionary<Capability, CapabilityUse> All = new()
    {
        [Capability.RoomInfoRead] = new("The room's name and how many people are in it.", ["Info.ReadAsync"], ["room.info"]),
        [Capability.ParticipantsList] = new("Who is here, by ids that only this plugin sees.", ["Participants.ListAsync"], ["participants.list"]),
        [Capability.UiPanel] = new("A window in the side panel.", ["Ui.OnInput", "Ui.SendAsync", "Ui.BroadcastAsync"], ["ui.on", "ui.send", "ui.broadcast"]),
        [Capability.UiStage] = new("A window on the stage, where shared screens are.", ["Ui.OnInput", "Ui.SendAsync", "Ui.BroadcastAsync"], ["ui.on", "ui.send", "ui.broadcast"]),
        [Capability.UiToolbar] = new("A small window beside the call's controls.", ["Ui.OnInput", "Ui.SendAsync", "Ui.BroadcastAsync"], ["ui.on", "ui.send", "ui.broadcast"]),
        [Capability.UiNotification] = new("A short notice that everybody in the room sees, with the plugin's name.", ["Notifications.ShowAsync"], ["notifications.show"]),
        [Capability.ParticipantsProfileRead] = new("The names that people chose for the call.", ["Participants.ListAsync", "Participants.OnRenamed"], ["participants.list", "participant.renamed"]),
        [Capability.PresenceSubscribe] = new("When somebody comes and goes.", ["Presence.OnJoined", "Presence.OnLeft"], ["participant.joined", "participant.left"]),
        [Capability.ReactionsRead] = new("The reactions that people send.", ["Reactions.OnSent"], ["reaction.sent"]),
        [Capability.ChatSend] = new("Lines in the chat, badged as the plugin's.", ["Chat.SendAsync"], ["chat.send"]),
        [Capability.ChannelOpen] = new("Named channels between the plugin's own frames, from browser to browser; needs a flow of `plugin.input` to `ui`.", [], []),
        [Capability.StorageRoom] = new("Values kept for the room, on the host.", ["Storage"], ["storage.set", "storage.get"]),
        [Capability.StorageUser] = new("Values kept for one person, on the host, until the room ends.", ["UserStorage.Of"], ["storage.of"]),
        [Capability.FilesOffer] = new("A file for a person to save on their device.", [], []),
        [Capability.MediaPublish] = new("Sound or pictures of its own in the call. Answers `media.no-peer` until the host has a media peer.", ["Media.PublishAsync"], ["media.publish"]),
        [Capability.NetWebhookReceive] = new("An address at which a service outside can leave signed messages.", ["Webhook.ReadPlaceAsync", "Webhook.OnReceived"], ["webhook.place", "webhook.on"]),
        [Capability.QualityStatsRead] = new("How good the connections are, in the middle over several people.", ["Quality.OnChanged"], ["quality.changed"]),
        [Capability.UiOverlay] = new("Something to see over the pictures of the call, which takes no clicks ([plugin-ui.md](plugin-ui.md)).", ["Ui.OnInput", "Ui.SendAsync", "Ui.BroadcastAsync"], ["ui.on", "ui.send", "ui.broadcast"]),
        [Capability.SpeakingRead] = new("When somebody begins and ends to speak; no sound.", ["Speaking.OnChanged"], ["speaking.changed"]),
        [Capability.ChatRead] = new("What people write in the chat, from the moment on at which they allow it.", ["Chat.OnMessage"], ["chat.message"]),
        [Capability.ChatSendAsUser] = new("Proposes a line for a person to send as theirs; they see it and confirm each one.", ["Chat.SendAsAsync"], ["chat.sendAs"]),
        [Capability.FilesPick] = new("Asks a person for files, each time; it gets those that they choose.", ["Files.PickAsync"], ["files.pick"]),
        [Capability.UsercardRead] = new("The card that a person wrote about themselves.", ["Cards.OnChanged"], ["usercard.changed"]),
        [Capability.MediaLocalTransform] = new("Changes a person's own camera picture in their browser, before it is sent; the code has no other way out. Needs a `ui` entry in the slot `transform`.", [], []),
        [Capability.NetFetch] = new("Requests to the sinks that plugin.json names, made by the host.", ["Net.FetchAsync"], ["net.fetch"]),
        [Capability.ModerationMute] = new("Asks a moderator to mute somebody.", ["Moderation.MuteAsync"], ["moderation.mute"]),
        [Capability.ModerationRemove] = new("Asks a moderator to remove somebody from the room.", ["Moderation.RemoveAsync"], ["moderation.remove"]),
        [Capability.PluginCall] = new("Calls another plugin of the room; what it has seen goes along as a label.", ["Plugins.CallAsync", "Plugins.OnCall"], ["plugins.call", "plugins.on"]),
        [Capability.MediaAudioReceive] = new("A person's voice, over a visible peer in the host. Answers `media.no-peer` until the host has one.", ["Media.ReceiveAsync"], ["media.receive"]),
        [Capability.MediaVideoReceive] = new("A person's camera picture, over a visible peer in the host. Answers `media.no-peer` until the host has one.", ["Media.ReceiveAsync"], ["media.receive"]),
        [Capability.MediaScreenReceive] = new("A person's shared screen, over a visible peer in the host. Answers `media.no-peer` until the host has one.", ["Media.ReceiveAsync"], ["media.receive"]),
        [Capability.RecordingWrite] = new("A recording on the device of whoever starts it, with those who agree to that one.", ["Recordings.OnStarted", "Recordings.OnStopped"], ["recording.started", "recording.stopped"]),
    };

    internal static CapabilityUse Of(Capability capability) => All[capability];
}
