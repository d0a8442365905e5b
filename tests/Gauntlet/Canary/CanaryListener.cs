using System.Net;

namespace PluginRoom.Gauntlet.Canary;

/// <summary>
/// Hears whatever an attempt manages to send: every attempt gets a port of its own (TCP and UDP under one number) and a token. A
/// port says whose arrival it was even when nothing but a connection came; a token says so in names and payloads.
/// </summary>
internal sealed class CanaryListener : IAsyncDisposable
{
    /// <summary>Every name below it leads to this machine, by <see cref="NameServer"/>.</summary>
    public const string Domain = "canary.test";

    private readonly HitLog _log = new();
    private readonly List<CanaryPort> _ports = [];
    private readonly CanaryNameServer? _names;

    private CanaryListener() => _names = CanaryNameServer.TryStart(_log, Domain);

    /// <summary>Address of a DNS server on port 53 that counts every question, or null where this user may not open that port.</summary>
    public IPAddress? NameServer => _names?.Address;

    public static CanaryListener Start() => new();

    /// <summary>A port and a token for one attempt.</summary>
    public CanaryPort Open()
    {
        var port = CanaryPort.Open(CanaryToken.New(), _log);
        lock (_ports)
            _ports.Add(port);
        return port;
    }

    public IReadOnlyList<CanaryHit> HitsOf(CanaryPort port) => _log.Of(port.Token);

    /// <summary>Since the canary started; comparable to <see cref="CanaryHit.At"/>.</summary>
    public TimeSpan Now => _log.Now;

    /// <summary>Waits until something has arrived for each of <paramref name="ports"/>; false when <paramref name="most"/> is over first.</summary>
    public Task<bool> Heard(IReadOnlyCollection<CanaryPort> ports, TimeSpan most, CancellationToken stop) =>
        _log.Until(() => ports.All(port => HitsOf(port).Count > 0), most, stop);

    /// <summary>Waits until <paramref name="isEnough"/> holds, looking again at each arrival; false when <paramref name="most"/> is over first.</summary>
    public Task<bool> Until(Func<bool> isEnough, TimeSpan most, CancellationToken stop) => _log.Until(isEnough, most, stop);

    /// <summary>Returns once nothing has arrived for any of <paramref name="ports"/> for <paramref name="quiet"/>, or when <paramref name="most"/> is over.</summary>
    public Task Silence(IEnumerable<CanaryPort> ports, TimeSpan quiet, TimeSpan most, CancellationToken stop) =>
        _log.Silence([.. ports.Select(port => port.Token)], quiet, most, stop);

    public async ValueTask DisposeAsync()
    {
        foreach (var port in _ports)
            await port.DisposeAsync();
        if (_names is not null)
            await _names.DisposeAsync();
    }
}
