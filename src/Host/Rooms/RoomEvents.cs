namespace PluginRoom.Host.Rooms;

/// <summary>Names of the events that a page hears; web/src/signaling/messages.ts has the same list with the types.</summary>
public static class RoomEvents
{
    public const string ParticipantJoined = "participantJoined";
    public const string ParticipantLeft = "participantLeft";

    /// <summary>Same person, new public key: the page was reloaded, so connections to it must be built anew.</summary>
    public const string ParticipantRenewed = "participantRenewed";

    /// <summary>Away, back, renamed, or a moderator now or no longer.</summary>
    public const string ParticipantChanged = "participantChanged";
    public const string Relayed = "relayed";

    /// <summary>The last thing that a connection hears when another tab took its seat.</summary>
    public const string SeatTaken = "seatTaken";

    /// <summary>The last thing that a connection hears when a moderator put its person out.</summary>
    public const string SeatEnded = "seatEnded";
    public const string MuteAsked = "muteAsked";
    public const string CatalogChanged = "catalogChanged";
    public const string RoomPluginChanged = "roomPluginChanged";
    public const string RoomPluginRemoved = "roomPluginRemoved";
    public const string ConsentChanged = "consentChanged";
    public const string PurposesChanged = "purposesChanged";
    public const string PluginPeople = "pluginPeople";
    public const string PluginMessage = "pluginMessage";
    public const string PluginChat = "pluginChat";
    public const string PluginNotification = "pluginNotification";
    public const string PluginQuestion = "pluginQuestion";
    public const string PluginQuestionGone = "pluginQuestionGone";
    public const string FileWanted = "fileWanted";
    public const string FilesDone = "filesDone";
    public const string Ledger = "ledger";
    public const string Receipt = "receipt";
    public const string RecordingChanged = "recordingChanged";
    public const string RecordingEnded = "recordingEnded";
}
