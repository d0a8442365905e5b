namespace PluginRoom.Sdk;

/// <summary>The one handler that answers other plugins' calls.</summary>
internal sealed class CallHandler
{
    private Func<PluginCall, CancellationToken, Task<ReadOnlyMemory<byte>>>? _handler;

    internal IDisposable Set(Func<PluginCall, CancellationToken, Task<ReadOnlyMemory<byte>>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        if (Interlocked.CompareExchange(ref _handler, handler, null) is not null)
            throw new InvalidOperationException("Calls are answered by another handler already; dispose of that registration first.");
        return new Registration(this, handler);
    }

    /// <summary>Null: nobody answers.</summary>
    internal Task<ReadOnlyMemory<byte>>? Run(PluginCall call, CancellationToken cancellationToken) =>
        Volatile.Read(ref _handler)?.Invoke(call, cancellationToken);

    private sealed class Registration(CallHandler owner, Func<PluginCall, CancellationToken, Task<ReadOnlyMemory<byte>>> handler) : IDisposable
    {
        public void Dispose() => Interlocked.CompareExchange(ref owner._handler, null, handler);
    }
}
