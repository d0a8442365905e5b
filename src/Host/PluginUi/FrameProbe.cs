using System.Security.Cryptography;
using System.Text;
using PluginRoom.Host.PluginUi.Addresses;

namespace PluginRoom.Host.PluginUi;

/// <summary>
/// Lets the page find out whether its browser obeys <c>Connection-Allowlist</c>: of two frames that differ in that header alone, the
/// one with it must not get through to <see cref="Target"/> and the other one must.
/// </summary>
public static class FrameProbe
{
    private const string Folder = PluginUiAddress.Prefix + "probe/";
    private const string Sealed = Folder + "sealed";
    private const string Open = Folder + "open";
    private const string Target = Folder + "target";

    private const string Script =
        """fetch("target",{cache:"no-store"}).then(()=>"reached",()=>"stopped").then(result=>parent.postMessage("pluginroom:probe:"+result,"*"))""";

    private static readonly string Hash = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))}'";
    private static readonly byte[] Page = Encoding.UTF8.GetBytes($"<!doctype html><script>{Script}</script>");

    public static bool IsAskedFor(HttpRequest request) => request.Path.Value is Sealed or Open or Target;

    public static Task ServeAsync(HttpContext context, FrameOrigins origins)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers["Referrer-Policy"] = "no-referrer";
        if (context.Request.Path.Value == Target)
            return context.AnswerAsync(StatusCodes.Status200OK, "reached");

        headers.ContentSecurityPolicy =
            $"sandbox allow-scripts; default-src 'none'; script-src {Hash}; connect-src {origins.SourcesOf(Target)}; frame-ancestors {origins.PageSources}";
        if (context.Request.Path.Value == Sealed)
            headers["Connection-Allowlist"] = "()";
        return context.WriteAsync(Page, "text/html; charset=utf-8");
    }
}
