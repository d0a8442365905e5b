namespace PluginRoom.Host.Vocabulary;

/// <summary>How much a capability can hurt. A critical one is enforced at the sender, asked anew each time and never remembered.</summary>
public enum CapabilityRisk
{
    Low,
    Medium,
    High,
    Critical,
}

/// <summary>
/// One entry of the closed list of what a plugin can ask for. Compared by reference: the only instances are the ones below.
/// </summary>
public sealed class Capability
{
    private Capability(string name, CapabilityRisk risk, params DataCategory[] yields)
    {
        (Name, Risk, Yields) = (name, risk, yields);
        Bit = 1UL << _count++;
    }

    private static int _count;

    public string Name { get; }

    public CapabilityRisk Risk { get; }

    /// <summary>This capability's bit in a set of capabilities.</summary>
    internal ulong Bit { get; }

    /// <summary>The categories of personal data that it gives a plugin; each needs a declared flow.</summary>
    public IReadOnlyList<DataCategory> Yields { get; }

    public static readonly Capability RoomInfoRead = new("room.info.read", CapabilityRisk.Low);
    public static readonly Capability ParticipantsList = new("participants.list", CapabilityRisk.Low, DataCategory.IdentityPseudonym);
    public static readonly Capability UiPanel = new("ui.panel", CapabilityRisk.Low, DataCategory.PluginInput);
    public static readonly Capability UiStage = new("ui.stage", CapabilityRisk.Low, DataCategory.PluginInput);
    public static readonly Capability UiToolbar = new("ui.toolbar", CapabilityRisk.Low, DataCategory.PluginInput);
    public static readonly Capability UiNotification = new("ui.notification", CapabilityRisk.Low);
    public static readonly Capability ParticipantsProfileRead = new("participants.profile.read", CapabilityRisk.Medium, DataCategory.IdentityProfile);
    public static readonly Capability PresenceSubscribe = new("presence.subscribe", CapabilityRisk.Medium, DataCategory.BehaviourPresence);
    public static readonly Capability ReactionsRead = new("reactions.read", CapabilityRisk.Medium, DataCategory.BehaviourInteraction);
    public static readonly Capability ChatSend = new("chat.send", CapabilityRisk.Medium);
    public static readonly Capability ChannelOpen = new("channel.open", CapabilityRisk.Medium, DataCategory.PluginInput);
    public static readonly Capability StorageRoom = new("storage.room", CapabilityRisk.Medium);
    public static readonly Capability StorageUser = new("storage.user", CapabilityRisk.Medium);
    public static readonly Capability FilesOffer = new("files.offer", CapabilityRisk.Medium);
    public static readonly Capability MediaPublish = new("media.publish", CapabilityRisk.Medium);
    public static readonly Capability NetWebhookReceive = new("net.webhook.receive", CapabilityRisk.Medium);
    public static readonly Capability QualityStatsRead = new("quality.stats.read", CapabilityRisk.Medium, DataCategory.RoomMeta);
    public static readonly Capability UiOverlay = new("ui.overlay", CapabilityRisk.Medium, DataCategory.PluginInput);
    public static readonly Capability SpeakingRead = new("speaking.read", CapabilityRisk.High, DataCategory.BehaviourSpeaking);
    public static readonly Capability ChatRead = new("chat.read", CapabilityRisk.High, DataCategory.ContentChat);
    public static readonly Capability ChatSendAsUser = new("chat.sendAsUser", CapabilityRisk.High);
    public static readonly Capability FilesPick = new("files.pick", CapabilityRisk.High, DataCategory.ContentFile);
    public static readonly Capability UsercardRead = new("usercard.read", CapabilityRisk.High, DataCategory.IdentityCard);
    public static readonly Capability MediaLocalTransform = new("media.local.transform", CapabilityRisk.High);
    public static readonly Capability NetFetch = new("net.fetch", CapabilityRisk.High);
    public static readonly Capability ModerationMute = new("moderation.mute", CapabilityRisk.High);
    public static readonly Capability ModerationRemove = new("moderation.remove", CapabilityRisk.High);
    public static readonly Capability PluginCall = new("plugin.call", CapabilityRisk.High);
    public static readonly Capability MediaAudioReceive = new("media.audio.receive", CapabilityRisk.Critical, DataCategory.ContentAudio);
    public static readonly Capability MediaVideoReceive = new("media.video.receive", CapabilityRisk.Critical, DataCategory.ContentVideo);
    public static readonly Capability MediaScreenReceive = new("media.screen.receive", CapabilityRisk.Critical, DataCategory.ContentScreen);
    public static readonly Capability RecordingWrite = new(
        "recording.write", CapabilityRisk.Critical, DataCategory.ContentAudio, DataCategory.ContentVideo, DataCategory.ContentScreen);

    public static IReadOnlyList<Capability> All { get; } =
    [
        RoomInfoRead, ParticipantsList, UiPanel, UiStage, UiToolbar, UiNotification,
        ParticipantsProfileRead, PresenceSubscribe, ReactionsRead, ChatSend, ChannelOpen, StorageRoom, StorageUser, FilesOffer,
        MediaPublish, NetWebhookReceive, QualityStatsRead, UiOverlay,
        SpeakingRead, ChatRead, ChatSendAsUser, FilesPick, UsercardRead, MediaLocalTransform, NetFetch, ModerationMute,
        ModerationRemove, PluginCall,
        MediaAudioReceive, MediaVideoReceive, MediaScreenReceive, RecordingWrite,
    ];

    public static Capability? Find(string name) => All.FirstOrDefault(capability => capability.Name == name);

    public override string ToString() => Name;
}
