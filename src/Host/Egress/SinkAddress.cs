using System.Buffers;
using PluginRoom.Host.Egress.Requests;

namespace PluginRoom.Host.Egress;

/// <summary>A sink's <c>url</c>, parsed once: a host name, a port and the path under which everything that is sent has to stay.</summary>
internal sealed class SinkAddress
{
    private const string Scheme = "https://";
    private static readonly SearchValues<char> NotInAuthority = SearchValues.Create("@\\?#% ");
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _authority;

    // As declared, and without slashes at its end.
    private readonly string _path;
    private readonly string _prefix;

    private SinkAddress(string authority, string path, Uri root) =>
        (_authority, _path, _prefix, Root) = (authority, path, path.TrimEnd('/'), root);

    /// <summary>The host alone, with an empty path.</summary>
    public Uri Root { get; }

    /// <summary>As people are shown it.</summary>
    public override string ToString() => $"{Scheme}{_authority}{_path}";

    /// <param name="problem">What is wrong when the result is null.</param>
    public static SinkAddress? Parse(string url, out string problem)
    {
        var rest = url.StartsWith(Scheme, StringComparison.Ordinal) ? url[Scheme.Length..] : string.Empty;
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var (authority, path) = slash < 0 ? (rest, string.Empty) : (rest[..slash], rest[(slash + 1)..]);
        problem = AuthorityProblem(authority, out var root) ?? SinkPath.Problem(path) ?? string.Empty;
        if (problem.Length > 0)
            return null;
        return new SinkAddress(authority, $"/{path}", root!);
    }

    /// <summary>The address of a request. An empty path is the sink's url itself.</summary>
    /// <exception cref="EgressException">The path or the query could lead elsewhere.</exception>
    public Uri Below(string path, string query)
    {
        if ((SinkPath.Problem(path) ?? SinkPath.QueryProblem(query)) is { } problem)
            throw new EgressException(EgressProblem.Path, problem);
        var below = path.Length == 0 ? _path : $"{_prefix}/{path}";
        var address = new Uri($"{Scheme}{_authority}{below}{(query.Length == 0 ? string.Empty : "?")}{query}", AsWritten);

        // Both were checked as text; this holds what the network sees to it.
        return address.Scheme == Root.Scheme && address.Host == Root.Host && address.Port == Root.Port && address.UserInfo.Length == 0
            ? address
            : throw new EgressException(EgressProblem.Path, "The path leads to another host.");
    }

    /// <summary>Where a redirect leads, if that is still this sink.</summary>
    /// <param name="problem">Why not, when the result is null.</param>
    public Uri? Follow(Uri from, string location, out string problem)
    {
        problem = "leads to what is no address";
        if (!Uri.TryCreate(from, location, out var to))
            return null;
        problem = $"leads to {Origin(to)}, not to {this}";
        if (to.Scheme != Root.Scheme || to.Host != Root.Host || to.Port != Root.Port || to.UserInfo.Length > 0)
            return null;
        var path = to.AbsolutePath;
        problem = $"leads out of {this}";
        if (path != _prefix && !path.StartsWith($"{_prefix}/", StringComparison.Ordinal))
            return null;
        var below = path.Length > _prefix.Length ? path[(_prefix.Length + 1)..] : string.Empty;
        var query = to.Query.Length > 0 ? to.Query[1..] : string.Empty;
        problem = (SinkPath.Problem(below) ?? SinkPath.QueryProblem(query)) is { } wrong ? $"leads to an address that is not sent: {wrong}" : string.Empty;
        return problem.Length > 0 ? null : new Uri($"{Scheme}{_authority}{path}{to.Query}", AsWritten);
    }

    private static string? AuthorityProblem(string authority, out Uri? root)
    {
        root = null;
        if (authority.Length == 0 || authority.AsSpan().ContainsAny(NotInAuthority) || !Uri.TryCreate($"{Scheme}{authority}/", UriKind.Absolute, out root))
            return "It is not an https address with a host name.";

        // Uri reads 0x7f.1 as 127.0.0.1 and maps full-width letters; people would be shown one name and another would be asked.
        var host = root.HostNameType == UriHostNameType.IPv6 ? root.Host : root.IdnHost;
        var written = authority.LastIndexOf(':') is var colon && colon > authority.LastIndexOf(']') ? authority[..colon] : authority;
        if (!string.Equals(host, written, StringComparison.OrdinalIgnoreCase))
            return $"The host name must be written as it is asked for: {host}.";
        if (host.EndsWith('.') || root.Port is < 1 or > 65535)
            return "Its host name ends in a dot or its port is not one from 1 to 65535.";
        return null;
    }

    private static string Origin(Uri address) =>
        address.GetLeftPart(UriPartial.Authority) is { Length: <= 200 } origin && address.UserInfo.Length == 0 ? origin : "another place";
}
