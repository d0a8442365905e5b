using Microsoft.Extensions.Primitives;

namespace PluginRoom.Host.PluginUi;

/// <summary>The headers of every response below a plugin's UI address, whatever its status. docs/plugin-ui.md says what each is for.</summary>
public sealed class FrameHeaders(BootScript boot)
{
    // The only script that starts by itself is the boot script; what that loads is trusted through it.
    private readonly string _startPolicy = $"script-src {boot.CspHash} 'strict-dynamic' 'wasm-unsafe-eval'; worker-src blob:";

    /// <param name="origin">Of this host as the browser sees it, e.g. <c>https://meet.example.org</c>.</param>
    /// <param name="path">Of the plugin's UI, ending in <c>/ui/</c>.</param>
    public void Apply(IHeaderDictionary headers, string origin, string path)
    {
        var address = origin + path;
        headers.ContentSecurityPolicy = new StringValues([ContentPolicy(address, origin), _startPolicy]);

        // Two backslashes: a structured-field string escapes the one that makes `?` literal, so no query string passes.
        headers["Connection-Allowlist"] = $"(\"{address}*\\\\?\")";
        headers["Permissions-Policy"] = FrameFeatures.DenyAll;
        headers["X-DNS-Prefetch-Control"] = "off";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";

        // The frame's origin is opaque: without these two it could not read its own files.
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers["Origin-Agent-Cluster"] = "?1";
    }

    private string ContentPolicy(string address, string origin) => string.Join(
        "; ",
        "sandbox allow-scripts",
        "default-src 'none'",
        $"script-src {address} 'wasm-unsafe-eval' {boot.CspHash}",
        $"style-src {address} 'unsafe-inline'",
        $"img-src {address} data: blob:",
        $"font-src {address} data:",
        $"media-src {address} data: blob:",
        $"connect-src {address}",
        "worker-src blob:",
        "frame-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        $"frame-ancestors {origin}",
        "require-trusted-types-for 'script'",
        "trusted-types default");
}
