namespace PluginRoom.Host.Rooms;

/// <summary>One socket: what is sent to it, how much it may send, and the seat that it holds.</summary>
public sealed class ClientConnection : IDisposable
{
    private readonly TokenBucket _messageRate;
    private readonly TokenBucket _byteRate;
    private readonly TimeSpan _seatlessTime;
    private readonly ITimer _seatless;
    private Participant? _seat;
    private bool _closed;

    public ClientConnection(Outbox outbox, Action abort, RoomSettings settings, TimeProvider time)
    {
        Outbox = outbox;
        _messageRate = new TokenBucket(time, settings.MessageBurst, settings.MessagesPerSecond);
        _byteRate = new TokenBucket(time, settings.ByteBurst, settings.BytesPerSecond);
        _seatlessTime = TimeSpan.FromSeconds(settings.SeatlessSeconds);
        _seatless = time.CreateTimer(_ => abort(), null, _seatlessTime, Timeout.InfiniteTimeSpan);
    }

    public Outbox Outbox { get; }

    /// <summary>Set on the room's queue; null before joining, after leaving, and when another tab took the seat.</summary>
    public Participant? Seat => Volatile.Read(ref _seat);

    public bool MaySend(int bytes) => _messageRate.TryTake(1) && _byteRate.TryTake(bytes);

    /// <summary>Negotiation messages count against the seat's own rate (<see cref="Participant.RelayRate"/>) instead.</summary>
    public bool MayRelay(int bytes) => _byteRate.TryTake(bytes);

    /// <summary>
    /// False: the socket is closed already, so nobody else will free the seat. A full fence here and one in <see cref="Close"/>
    /// let at least one of the two see the other.
    /// </summary>
    internal bool Take(Participant? seat)
    {
        Interlocked.Exchange(ref _seat, seat);
        _seatless.Change(seat is null ? _seatlessTime : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        return !Volatile.Read(ref _closed);
    }

    /// <summary>The socket is closed; gives the seat that has to be held for its person.</summary>
    internal Participant? Close()
    {
        Interlocked.Exchange(ref _closed, true);
        Outbox.Close();
        return Seat;
    }

    public void Dispose() => _seatless.Dispose();
}
