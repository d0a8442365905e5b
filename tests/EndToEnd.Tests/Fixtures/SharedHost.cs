using PluginRoom.EndToEnd.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(SharedHost))]

namespace PluginRoom.EndToEnd.Tests.Fixtures;

/// <summary>
/// One host for every test that only needs a room: started by the first of them, full of the plugins that they dropped, and stopped
/// as an operator stops it when the last is over. Its plugins stay as they were dropped: a test that changes one takes a host of its own.
/// </summary>
public sealed class SharedHost : IAsyncDisposable
{
    private readonly Lazy<Task<HostProcess>> _host = new(() => HostProcess.Start());

    internal Task<HostProcess> Host => _host.Value;

    public async ValueTask DisposeAsync()
    {
        if (_host.IsValueCreated)
            await (await _host.Value).DisposeAsync();
    }
}
