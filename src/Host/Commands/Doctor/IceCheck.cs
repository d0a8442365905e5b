using PluginRoom.Host.Commands.Doctor.Turn;
using PluginRoom.Host.Rooms;

namespace PluginRoom.Host.Commands.Doctor;

/// <summary>Whether people's browsers would get help to find each other.</summary>
internal sealed class IceCheck(RoomSettings rooms, IceProbe probe)
{
    private const string Part = "connections";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken stop)
    {
        if (rooms.IceServers.Count == 0)
        {
            return
            [
                Finding.Warning(
                    Part,
                    "STUN and TURN",
                    "none: people find each other on one network or with public addresses only",
                    "Run a TURN server and name it in PLUGINROOM_ICE_SERVERS; see docs/operating.md."),
            ];
        }

        var asked = rooms.IceServers.SelectMany(server => server.Urls.Select(url => TryAsync(url, server, stop)));
        Finding[] findings = await Task.WhenAll(asked);
        return rooms.IceServers.SelectMany(static server => server.Urls).Any(static url => url.StartsWith("turn", StringComparison.Ordinal))
            ? findings
            : [.. findings, Finding.Warning(Part, "TURN", "none, STUN only: people behind strict firewalls will not hear each other", "Add a TURN server.")];
    }

    private async Task<Finding> TryAsync(string url, Protocol.Client.IceServer server, CancellationToken stop)
    {
        if (IceUrl.Parse(url) is not { } parsed)
            return Finding.Problem(Part, url, "is no address of STUN or TURN", "Write it like turn:turn.example.org:3478?transport=tcp (RFC 7065).");
        var verdict = await probe.TryAsync(parsed, server, stop);
        return new(Part, url, verdict.Status, verdict.Words);
    }
}
