namespace PluginRoom.Host.PluginUi.Addresses;

/// <summary>
/// Where the page and the frames are served, when the operator set an origin apart for frames. A browser gives another site a
/// process of its own, so that a frame that computes without pause cannot stall the page.
/// </summary>
/// <param name="Page">Of the page, e.g. <c>https://meet.example.org</c>; null when frames are served wherever the page is.</param>
/// <param name="Frames">Of the frames, e.g. <c>https://plugins.example.net</c>; null like <paramref name="Page"/>.</param>
public sealed record PluginUiOrigins(string? Page = null, string? Frames = null)
{
    /// <summary>
    /// Whether both names end in the same two labels. Such names are of one site unless those two are a public suffix, which only a
    /// list that changes every week could tell.
    /// </summary>
    public bool LookLikeOneSite => Page is not null && Ending(Page) is { } ending && ending == Ending(Frames!);

    /// <summary>Whether the request names the host that is there for frames and nothing else.</summary>
    public bool IsForFrames(HttpRequest request) => Frames is not null && Names(request, Frames);

    /// <summary>The origins that a response with plugin content is about, or nothing when this is not the place for it.</summary>
    public FrameOrigins? For(HttpRequest request)
    {
        if (Frames is not null)
            return IsForFrames(request) ? new([Frames], [Page!]) : null;

        // A proxy that ends TLS speaks plain HTTP to this host, and a browser compares the scheme as it sees it.
        return RequestOrigin.Of(request) is { } own && Schemes(own) is var both ? new(both, both) : null;
    }

    private static string? Ending(string origin) =>
        new Uri(origin) is { HostNameType: UriHostNameType.Dns } uri && uri.Host.Split('.') is { Length: > 2 } labels ? string.Join('.', labels[^2..]) : null;

    private static bool Names(HttpRequest request, string origin) =>
        string.Equals(request.Host.Value, new Uri(origin).Authority, StringComparison.OrdinalIgnoreCase);

    private static string[] Schemes(string origin) =>
        origin.StartsWith("http://", StringComparison.Ordinal) ? [origin, "https" + origin["http".Length..]] : [origin];
}

/// <param name="Own">Where the plugin's files are, as the browser may see it.</param>
/// <param name="Pages">Who may show them in a frame.</param>
public sealed record FrameOrigins(IReadOnlyList<string> Own, IReadOnlyList<string> Pages)
{
    /// <summary>A path below each of the own ones, as sources of a content policy (W3C CSP3).</summary>
    public string SourcesOf(string path) => string.Join(' ', Own.Select(origin => origin + path));

    public string PageSources => string.Join(' ', Pages);
}
