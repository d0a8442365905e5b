using PluginRoom.Host.PluginUi.Addresses;

namespace PluginRoom.Host.Settings;

/// <summary>Reads the two origins that belong together when plugins' windows get a host name of their own.</summary>
internal static class FrameOriginsReader
{
    public static PluginUiOrigins Read((string Text, string Source)? page, (string Text, string Source)? frames)
    {
        if (page is null && frames is null)
            return new();
        if (page is not { } pageSetting)
            throw new StartupException($"{frames!.Value.Source} needs --page-origin too: where people open the page, such as https://meet.example.org. Plugins' windows are shown there and nowhere else.");
        if (frames is not { } frameSetting)
            throw new StartupException($"{pageSetting.Source} is used with --plugin-origin only. Add that one, such as https://plugins.example.net, or leave this one out.");

        var (pageOrigin, frameOrigin) = (Origin(pageSetting), Origin(frameSetting));
        CheckApart(pageOrigin, frameOrigin, frameSetting.Source);
        return new(Text(pageOrigin), Text(frameOrigin));
    }

    private static Uri Origin((string Text, string Source) setting) =>
        Uri.TryCreate(setting.Text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri is { UserInfo.Length: 0, PathAndQuery: "/", Fragment.Length: 0 }
        && Uri.CheckHostName(uri.Host) is UriHostNameType.Dns or UriHostNameType.IPv4
        && uri.IdnHost.All(symbol => char.IsAsciiLetterOrDigit(symbol) || symbol is '-' or '.')
            ? uri
            : throw new StartupException($"{setting.Source} must be a scheme and a host name and no more, such as https://plugins.example.net, but is '{setting.Text}'.");

    private static void CheckApart(Uri page, Uri frames, string source)
    {
        if (page.Scheme != frames.Scheme)
            throw new StartupException($"{source} must begin like --page-origin with {page.Scheme}://: browsers show no {frames.Scheme} window in an {page.Scheme} page.");

        // The port does not make another site, and a parent domain is part of the same one.
        if (IsWithin(page.IdnHost, frames.IdnHost) || IsWithin(frames.IdnHost, page.IdnHost))
            throw new StartupException($"{source} is of the same site as --page-origin, and a browser may run both in one process. Use another registered domain, such as plugins-example.net beside meet.example.org.");
    }

    private static bool IsWithin(string name, string domain) =>
        name.Equals(domain, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    private static string Text(Uri uri) => $"{uri.Scheme}://{uri.IdnHost.ToLowerInvariant()}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}";
}
