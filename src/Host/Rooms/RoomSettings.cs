using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms;

/// <summary>Limits of rooms and of the people in them. Sections <c>Rooms</c> and <c>Rtc</c>.</summary>
public sealed class RoomSettings
{
    /// <summary>A full mesh sends each stream once per other person; beyond eight most uplinks give up.</summary>
    public int MaxParticipants { get; set; } = 8;

    public int MaxRooms { get; set; } = 2_000;

    public int MaxConnections { get; set; } = 10_000;

    /// <summary>How long a dropped socket keeps its seat.</summary>
    public int SeatHoldSeconds { get; set; } = 15;

    /// <summary>A socket that takes no seat for this long is closed.</summary>
    public int SeatlessSeconds { get; set; } = 30;

    /// <summary>Negotiation messages at once: entering a full room means an offer and a handful of candidates to each person in it.</summary>
    public int RelayBurst { get; set; } = 240;

    public int RelayPerSecond { get; set; } = 60;

    /// <summary>All other messages of one person.</summary>
    public int MessageBurst { get; set; } = 120;

    public int MessagesPerSecond { get; set; } = 60;

    /// <summary>Everything that one person sends, in bytes.</summary>
    public int ByteBurst { get; set; } = 4 << 20;

    public int BytesPerSecond { get; set; } = 512 << 10;

    /// <summary>What may wait for one slow browser before its connection is closed.</summary>
    public int OutboxMessages { get; set; } = 1_024;

    public int OutboxBytes { get; set; } = 8 << 20;

    /// <summary>STUN and TURN servers for the participants' browsers. None unless the operator names some: no third party is asked.</summary>
    public IReadOnlyList<IceServer> IceServers { get; set; } = [];
}
