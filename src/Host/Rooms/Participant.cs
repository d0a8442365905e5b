using System.Buffers.Text;
using System.Security.Cryptography;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms;

/// <summary>A seat in a room and the person on it. Changed on the room's queue only.</summary>
public sealed class Participant
{
    private const int IdBytes = 16;
    private readonly ResumeToken _token;

    internal Participant(Room room, string name, string publicKey, ResumeToken token, TokenBucket relayRate)
    {
        (Room, Name, PublicKey, _token, RelayRate) = (room, name, publicKey, token, relayRate);
        Id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
    }

    public Room Room { get; }

    /// <summary>Random, unique in the room, never reused.</summary>
    public string Id { get; }

    public string Name { get; internal set; }

    public string PublicKey { get; internal set; }

    public bool Moderator { get; internal set; }

    public bool Away => Connection is null;

    /// <summary>Null while the socket is dropped and the seat is held.</summary>
    internal ClientConnection? Connection { get; set; }

    /// <summary>Ends the seat when the hold time is over.</summary>
    internal ITimer? Hold { get; set; }

    internal TokenBucket RelayRate { get; }

    internal bool Owns(string secret) => _token.Matches(secret);

    public ParticipantView ToView() => new(Id, Name, PublicKey, Away, Moderator);
}
