using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms;

/// <summary>A value or a typed refusal: what a request to a room comes to. Both convert to it, so that a handler just returns them.</summary>
public readonly struct Outcome<T>
    where T : class
{
    private Outcome(T? value, HubError? error) => (Value, Error) = (value, error);

    public T? Value { get; }

    public HubError? Error { get; }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(HubError error) => new(null, error);

    public HubReply<T> ToReply() => new(Value, Error);
}
