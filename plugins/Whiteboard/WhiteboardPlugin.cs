using PluginRoom.Plugins.Whiteboard.Document;
using PluginRoom.Plugins.Whiteboard.Wire;
using PluginRoom.Sdk;

namespace PluginRoom.Plugins.Whiteboard;

/// <summary>
/// Keeps the room's board for whoever comes later. People draw from frame to frame; each frame also sends its own edits here, and
/// nothing is ever passed on to other frames unasked.
/// </summary>
public sealed class WhiteboardPlugin(TimeProvider time) : RoomPlugin
{
    /// <summary>Below the transport's 256 KiB.</summary>
    private const int MaxMessage = 240 * 1024;

    /// <summary>What unfinished transfers of all frames together may hold.</summary>
    private const int MaxHeld = 2 * BoardLog.MaxBytes;

    private static readonly TimeSpan BetweenWelcomes = TimeSpan.FromSeconds(1);

    private readonly BoardLog _log = new();
    private readonly Compaction _compaction = new(time);
    private readonly Dictionary<ParticipantId, PartAssembler> _assemblers = [];
    private readonly Dictionary<ParticipantId, long> _welcomed = [];
    private IRoom _room = null!;
    private long _transfers;

    public WhiteboardPlugin()
        : this(TimeProvider.System)
    {
    }

    /// <summary>The document's size in bytes.</summary>
    internal int Bytes => _log.Bytes;

    /// <summary>How many updates it consists of.</summary>
    internal int Updates => _log.Count;

    public override Task StartAsync(IRoom room, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(room);
        _room = room;
        room.Ui.OnInput(TakeAsync);
        return Task.CompletedTask;
    }

    private async Task TakeAsync(UiInput input, CancellationToken cancellationToken)
    {
        FromFrame message;
        try
        {
            if (Assemble(input) is not { } whole)
                return;
            message = ServerWire.Read(whole.Span);
        }
        catch (MalformedMessageException)
        {
            await SendAsync(input.From, ServerWire.Refused(Refusal.Malformed), cancellationToken).ConfigureAwait(false);
            return;
        }

        await HandleAsync(input.From, message, cancellationToken).ConfigureAwait(false);
    }

    private ReadOnlyMemory<byte>? Assemble(UiInput input)
    {
        if (!_assemblers.TryGetValue(input.From, out var assembler))
            _assemblers[input.From] = assembler = new PartAssembler(BoardLog.MaxBytes + 64);
        if (assembler.Held == 0 && _assemblers.Values.Sum(one => (long)one.Held) > MaxHeld)
            throw new MalformedMessageException("Too much is on its way already.");
        return assembler.Take(input.Data);
    }

    private Task HandleAsync(ParticipantId from, FromFrame message, CancellationToken cancellationToken) => message switch
    {
        Hello => WelcomeAsync(from, cancellationToken),
        Update update => KeepAsync(from, update.Bytes, cancellationToken),
        Snapshot snapshot => CompactAsync(from, snapshot, cancellationToken),
        _ => throw new InvalidOperationException($"No handler for {message.GetType().Name}."),
    };

    /// <summary>Eight megabytes for one byte: so not more often than a frame has reason to ask.</summary>
    private Task WelcomeAsync(ParticipantId from, CancellationToken cancellationToken)
    {
        if (_welcomed.TryGetValue(from, out var at) && time.GetElapsedTime(at) < BetweenWelcomes)
            return SendAsync(from, ServerWire.Refused(Refusal.TooOften), cancellationToken);
        _welcomed[from] = time.GetTimestamp();
        _compaction.Known(from, _log.Through);
        return SendAsync(from, ServerWire.Document(_log.Through, _log.After(0)), cancellationToken);
    }

    private async Task KeepAsync(ParticipantId from, byte[] update, CancellationToken cancellationToken)
    {
        if (!_log.TryAppend(update))
            await SendAsync(from, ServerWire.Full(BoardLog.MaxBytes), cancellationToken).ConfigureAwait(false);
        else if (!_log.IsLong)
            return;
        if (_compaction.Ask(_log.Through) is { } asked)
            await SendAsync(asked.Who, ServerWire.Compact(_log.Through, _log.After(asked.Has)), cancellationToken).ConfigureAwait(false);
    }

    private Task CompactAsync(ParticipantId from, Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (!_compaction.Accept(from, snapshot.Through))
            return SendAsync(from, ServerWire.Refused(Refusal.NotAskedFor), cancellationToken);
        return _log.TryReplace(snapshot.Through, snapshot.Bytes)
            ? Task.CompletedTask
            : SendAsync(from, ServerWire.Refused(Refusal.TooLarge), cancellationToken);
    }

    private async Task SendAsync(ParticipantId to, byte[] message, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var part in PartAssembler.Split(message, MaxMessage, ++_transfers))
                await _room.Ui.SendAsync(to, part, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception refusal) when (refusal is CapabilityDeniedException or RoomCallException)
        {
            // They left or withdrew meanwhile; the others' board goes on.
            _room.Log.Debug($"A frame could not be answered: {refusal.Message}");
            Forget(to);
        }
    }

    private void Forget(ParticipantId frame)
    {
        _compaction.Forget(frame);
        _assemblers.Remove(frame);
        _welcomed.Remove(frame);
    }
}
