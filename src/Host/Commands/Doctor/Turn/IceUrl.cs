using System.Globalization;

namespace PluginRoom.Host.Commands.Doctor.Turn;

/// <summary>A STUN or TURN address (RFC 7064, RFC 7065).</summary>
/// <param name="IsTurn">It relays, and wants a user name and a credential.</param>
internal sealed record IceUrl(string Text, bool IsTurn, string Host, int Port, IceTransport Transport)
{
    private const int PlainPort = 3478;
    private const int TlsPort = 5349;

    /// <summary>Null: not of the form <c>turn:host:port?transport=udp</c>.</summary>
    public static IceUrl? Parse(string text)
    {
        if (text.Split(':', 2) is not ["stun" or "stuns" or "turn" or "turns", { Length: > 0 } rest])
            return null;
        var (isTurn, isSecure) = (text.StartsWith("turn", StringComparison.Ordinal), text[4] == 's');
        var transport = isSecure ? IceTransport.Tls : IceTransport.Udp;
        if (rest.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0)
        {
            if (!isTurn || TransportOf(rest[mark..], isSecure) is not { } asked)
                return null;
            (transport, rest) = (asked, rest[..mark]);
        }

        // UriBuilder and friends know neither scheme; the authority's form is the same.
        return Uri.TryCreate($"tcp://{rest}", UriKind.Absolute, out var uri) && uri is { UserInfo.Length: 0, PathAndQuery: "/" or "", Host.Length: > 0 }
            ? new(text, isTurn, uri.DnsSafeHost, uri.Port > 0 ? uri.Port : isSecure ? TlsPort : PlainPort, transport)
            : null;
    }

    public string End => string.Create(CultureInfo.InvariantCulture, $"{Host} port {Port} over {Transport.ToString().ToUpperInvariant()}");

    private static IceTransport? TransportOf(string query, bool isSecure) => (query, isSecure) switch
    {
        ("?transport=udp", false) => IceTransport.Udp,
        ("?transport=tcp", false) => IceTransport.Tcp,
        ("?transport=tcp", true) => IceTransport.Tls,
        _ => null,
    };
}

internal enum IceTransport
{
    Udp,
    Tcp,
    Tls,
}
