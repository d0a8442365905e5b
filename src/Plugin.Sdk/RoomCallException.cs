namespace PluginRoom.Sdk;

/// <summary>A call failed for a reason other than permission; the message says what is wrong and what to do.</summary>
public sealed class RoomCallException : Exception
{
    /// <summary>Made by the worker and by <see cref="Testing.FakeRoom"/>; a plugin only catches it.</summary>
    public RoomCallException(string code, string message)
        : base(message) => Code = code;

    /// <summary>E.g. <c>message.too-large</c>, <c>participant.unknown</c>, <c>room.gone</c> (the host closed the connection).</summary>
    public string Code { get; }
}
