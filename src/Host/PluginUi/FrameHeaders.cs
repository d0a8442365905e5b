using Microsoft.Extensions.Primitives;
using PluginRoom.Host.PluginUi.Addresses;

namespace PluginRoom.Host.PluginUi;

/// <summary>The headers of every response below a plugin's UI address, whatever its status. docs/plugin-ui.md says what each is for.</summary>
public sealed class FrameHeaders(BootScript boot)
{
    // The only script that starts by itself is the boot script; what that loads is trusted through it.
    private readonly string _startPolicy = $"script-src {boot.CspHash} 'strict-dynamic' 'wasm-unsafe-eval'; worker-src blob:";

    /// <param name="path">Of the plugin's UI, ending in <c>/ui/</c>.</param>
    public void Apply(IHeaderDictionary headers, FrameOrigins origins, string path)
    {
        headers.ContentSecurityPolicy = new StringValues([PagePolicy(origins.SourcesOf(path), origins.PageSources), _startPolicy]);
        ApplyCommon(headers, origins, path);
    }

    /// <summary>For the page around a worker: there no script but the boot script runs in the document at all.</summary>
    /// <param name="path">Of the plugin's UI, ending in <c>/ui/</c>.</param>
    public void ApplyToWorkerPage(IHeaderDictionary headers, FrameOrigins origins, string path)
    {
        headers.ContentSecurityPolicy = WorkerPolicy(origins.SourcesOf(path), origins.PageSources);
        ApplyCommon(headers, origins, path);
    }

    /// <summary>For the page around a script that sees a person's camera: as for a worker, and not even this plugin's own files can be fetched.</summary>
    public void ApplyToPicturePage(IHeaderDictionary headers, FrameOrigins origins)
    {
        headers.ContentSecurityPolicy = PicturePolicy(origins.PageSources);
        ApplyCommon(headers, "()");
    }

    // Two backslashes: a structured-field string escapes the one that makes `?` literal, so no query string passes.
    private static void ApplyCommon(IHeaderDictionary headers, FrameOrigins origins, string path) =>
        ApplyCommon(headers, $"({string.Join(' ', origins.Own.Select(origin => $"\"{origin}{path}*\\\\?\""))})");

    private static void ApplyCommon(IHeaderDictionary headers, string connections)
    {
        headers["Connection-Allowlist"] = connections;
        headers["Permissions-Policy"] = FrameFeatures.DenyAll;
        headers["X-DNS-Prefetch-Control"] = "off";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";

        // The frame's origin is opaque: without these two it could not read its own files.
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers["Origin-Agent-Cluster"] = "?1";
    }

    private string PagePolicy(string files, string pages) => string.Join(
        "; ",
        "sandbox allow-scripts",
        "default-src 'none'",
        $"script-src {files} 'wasm-unsafe-eval' {boot.CspHash}",
        $"style-src {files} 'unsafe-inline'",
        $"img-src {files} data: blob:",
        $"font-src {files} data:",
        $"media-src {files} data: blob:",
        $"connect-src {files}",
        Closed,
        $"frame-ancestors {pages}",
        TrustedTypes);

    // A worker made from a blob has the policy of the page that made it (W3C CSP3, 7.8).
    private string WorkerPolicy(string files, string pages) => string.Join(
        "; ",
        "sandbox allow-scripts",
        "default-src 'none'",
        $"script-src {boot.CspHash} 'wasm-unsafe-eval'",
        $"font-src {files} data:",
        $"connect-src {files}",
        Closed,
        $"frame-ancestors {pages}",
        TrustedTypes);

    private string PicturePolicy(string pages) => string.Join(
        "; ",
        "sandbox allow-scripts",
        "default-src 'none'",
        $"script-src {boot.CspHash} 'wasm-unsafe-eval'",
        "connect-src 'none'",
        Closed,
        $"frame-ancestors {pages}",
        TrustedTypes);

    private const string Closed = "worker-src blob:; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'";

    private const string TrustedTypes = "require-trusted-types-for 'script'; trusted-types default";
}
