using System.Buffers;

namespace PluginRoom.Host.Page;

/// <summary>What the browser may do for the page (W3C CSP3, Permissions Policy), and what every response of this host says.</summary>
internal static class PageHeaders
{
    private const string Default = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // A call's own means, copying the room's link, and playing what the others send.
    private static readonly string[] Allowed =
    [
        "autoplay", "camera", "clipboard-write", "display-capture", "fullscreen", "microphone", "screen-wake-lock", "speaker-selection",
    ];

    private static readonly string[] Forbidden =
    [
        "accelerometer", "browsing-topics", "clipboard-read", "compute-pressure", "encrypted-media", "gamepad", "geolocation",
        "gyroscope", "hid", "idle-detection", "keyboard-map", "local-fonts", "magnetometer", "midi", "otp-credentials", "payment",
        "picture-in-picture", "publickey-credentials-create", "publickey-credentials-get", "serial", "storage-access", "usb",
        "window-management", "xr-spatial-tracking",
    ];

    private static readonly string Permissions =
        string.Join(", ", Allowed.Select(name => name + "=(self)").Concat(Forbidden.Select(name => name + "=()")));

    private static readonly SearchValues<char> HostCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:");

    /// <summary>For whatever this host answers; an endpoint that needs another policy sets its own.</summary>
    public static void SetForAll(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-DNS-Prefetch-Control"] = "off";
        headers["Origin-Agent-Cluster"] = "?1";
        headers.ContentSecurityPolicy = Default;
    }

    public static void SetForPage(HttpContext context, string? frames)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(context.Request.Host.Value ?? "", frames);
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Origin-Agent-Cluster"] = "?1";
    }

    /// <summary>
    /// Some browsers do not count a WebSocket to the same host as 'self', so it is named as well. Without a scheme a source has the
    /// page's own; a host that CSP's grammar does not know (an IPv6 address) stays with 'self'.
    /// </summary>
    /// <param name="frames">The origin that is set apart for plugins' frames, or null.</param>
    internal static string Policy(string host, string? frames = null)
    {
        var named = host.Length > 0 && !host.AsSpan().ContainsAnyExcept(HostCharacters);
        var sockets = named ? $" ws://{host} wss://{host}" : "";
        var plugins = frames is not null ? $"{frames}/plugins/" : named ? $"{host}/plugins/" : "'self'";
        return $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
            + $"connect-src 'self'{sockets}; worker-src 'self' blob:; font-src 'self'; manifest-src 'self'; frame-src {plugins}; "
            + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types pluginroom";
    }
}
