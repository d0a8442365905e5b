namespace PluginRoom.Sdk;

/// <summary>The handlers of one kind of event, run in the order of registration. Registering while one runs takes effect with the next event.</summary>
internal sealed class EventHandlers<T>
{
    private Func<T, CancellationToken, Task>[] _handlers = [];

    internal IDisposable Add(Func<T, CancellationToken, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        // A wrapper of its own, so that the same delegate registered twice is two registrations.
        Func<T, CancellationToken, Task> registered = (value, cancellation) => handler(value, cancellation);
        lock (this)
            _handlers = [.. _handlers, registered];
        return new Registration(this, registered);
    }

    internal async Task RunAsync(T value, CancellationToken cancellationToken)
    {
        foreach (var handler in _handlers)
            await handler(value, cancellationToken).ConfigureAwait(false);
    }

    private sealed class Registration(EventHandlers<T> owner, Func<T, CancellationToken, Task> handler) : IDisposable
    {
        public void Dispose()
        {
            lock (owner)
                owner._handlers = Array.FindAll(owner._handlers, candidate => candidate != handler);
        }
    }
}
