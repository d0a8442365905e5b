using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;
using PluginRoom.Worker.Frames;
using PluginRoom.Worker.Room.Capabilities;

namespace PluginRoom.Worker.Room;

/// <summary>The room as the plugin sees it, over the pipe. A convenience for honest plugins and no boundary: the host checks each frame.</summary>
internal sealed class HostRoom : IRoom
{
    internal HostRoom(Initialize start, HostCalls calls, FrameOutput output)
    {
        var gate = new DeclaredCapabilities(start.Capabilities, calls);
        Alias = start.RoomAlias;
        Info = new HostRoomInfo(calls);
        HostParticipants = new(gate, calls);
        HostPresence = new(gate);
        HostChat = new(gate, calls);
        HostUi = new(gate, calls);
        Notifications = new HostNotifications(calls);
        HostRecordings = new(gate);
        Storage = new HostStorage(calls, null);
        UserStorage = new HostUserStorage(calls);
        Net = new HostNet(calls);
        HostWebhook = new(gate, calls);
        HostReactions = new(gate);
        HostSpeaking = new(gate);
        HostQuality = new(gate);
        Moderation = new HostModeration(calls);
        Media = new HostMedia(calls);
        HostPlugins = new(calls);
        Files = new HostFiles(calls);
        HostCards = new(gate);
        Log = new HostLog(output);
    }

    public string Alias { get; }

    public IRoomInfo Info { get; }

    public IParticipants Participants => HostParticipants;

    public IPresence Presence => HostPresence;

    public IChat Chat => HostChat;

    public IPluginUi Ui => HostUi;

    public INotifications Notifications { get; }

    public IRecordings Recordings => HostRecordings;

    public IRoomStorage Storage { get; }

    public IUserStorage UserStorage { get; }

    public INet Net { get; }

    public IWebhook Webhook => HostWebhook;

    public IReactions Reactions => HostReactions;

    public ISpeaking Speaking => HostSpeaking;

    public IQuality Quality => HostQuality;

    public IModeration Moderation { get; }

    public IMedia Media { get; }

    public IPlugins Plugins => HostPlugins;

    public IFiles Files { get; }

    public ICards Cards => HostCards;

    public IPluginLog Log { get; }

    internal HostParticipants HostParticipants { get; }

    internal HostPresence HostPresence { get; }

    internal HostChat HostChat { get; }

    internal HostUi HostUi { get; }

    internal HostRecordings HostRecordings { get; }

    internal HostWebhook HostWebhook { get; }

    internal HostPlugins HostPlugins { get; }

    internal HostReactions HostReactions { get; }

    internal HostSpeaking HostSpeaking { get; }

    internal HostQuality HostQuality { get; }

    internal HostCards HostCards { get; }
}
