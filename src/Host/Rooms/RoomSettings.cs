using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms;

/// <summary>Limits of rooms and of the people in them.</summary>
public sealed record RoomSettings
{
    /// <summary>A full mesh sends each stream once per other person; beyond eight most uplinks give up.</summary>
    public int MaxParticipants { get; init; } = 8;

    public int MaxRooms { get; init; } = 2_000;

    /// <summary>How long a dropped socket keeps its seat.</summary>
    public int SeatHoldSeconds { get; init; } = 15;

    /// <summary>A socket that takes no seat for this long is closed.</summary>
    public int SeatlessSeconds { get; init; } = 30;

    /// <summary>Negotiation messages at once: entering a full room means an offer and a handful of candidates to each person in it.</summary>
    public int RelayBurst { get; init; } = 240;

    public int RelayPerSecond { get; init; } = 60;

    /// <summary>All other messages of one person.</summary>
    public int MessageBurst { get; init; } = 120;

    public int MessagesPerSecond { get; init; } = 60;

    /// <summary>Everything that one person sends, in bytes.</summary>
    public int ByteBurst { get; init; } = 4 << 20;

    public int BytesPerSecond { get; init; } = 512 << 10;

    /// <summary>What may wait for one slow browser before its connection is closed.</summary>
    public int OutboxMessages { get; init; } = 1_024;

    public int OutboxBytes { get; init; } = 8 << 20;

    /// <summary>STUN and TURN servers for the participants' browsers. None unless the operator names some: no third party is asked.</summary>
    public IReadOnlyList<IceServer> IceServers { get; init; } = [];
}
