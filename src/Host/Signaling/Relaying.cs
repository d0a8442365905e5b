using PluginRoom.Host.Rooms;
using PluginRoom.Host.Telemetry;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Signaling;

/// <summary>Passes one sealed message on, inside a room and to one person only.</summary>
public static class Relaying
{
    /// <summary>Null: it is in the addressee's outbox.</summary>
    public static HubError? Send(Participant from, ClientConnection connection, SealedMessage message)
    {
        if (!from.RelayRate.TryTake(1) || !connection.MayRelay(message.Length))
            return Refusals.Rate;
        if (message.Participant == from.Id || from.Room.Find(message.Participant)?.Connection is not { } addressee)
            return Refusals.ParticipantUnknown;
        RelayMeter.Passed(message.Length);
        addressee.Outbox.Post(RoomEvents.Relayed, message.Forward(from.Id), message.Length);
        return null;
    }
}
