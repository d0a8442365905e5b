using System.Text;

namespace PluginRoom.Host.PluginUi;

/// <summary>
/// Serves a plugin's UI folder: files of a closed list of types, read only, no listing, no fallback, no sign-in, and on every
/// response the policies that make the frame a place without a way out.
/// </summary>
public sealed class PluginUiEndpoint(PluginUiAddresses addresses, BootScript boot)
{
    private const string NotServed = "default-src 'none'; frame-ancestors 'none'; sandbox";

    // What a browser says when it would show the response as a page of its own (W3C Fetch Metadata, 2.1).
    private static readonly HashSet<string> Navigations = new(["document", "iframe", "frame", "object", "embed", "fencedframe"], StringComparer.Ordinal);

    private readonly FrameHeaders _headers = new(boot);

    public Task ServeAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ContentSecurityPolicy = NotServed;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, no-cache";

        if (RequestOrigin.Of(request) is not { } origin)
            return Answer(context, StatusCodes.Status400BadRequest, "The Host header is not a plain host name.");

        if (PluginUiRequest.Parse(request.Path.Value) is not { } wanted)
            return Answer(context, StatusCodes.Status404NotFound, "Not found.");

        if (wanted.File is not null)
            _headers.Apply(response.Headers, origin, PluginUiAddress.PathOf(wanted.PluginId, wanted.Key));

        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.Headers.Allow = "GET, HEAD";
            return Answer(context, StatusCodes.Status405MethodNotAllowed, "Only GET and HEAD.");
        }

        if (request.QueryString.HasValue || addresses.Find(wanted.PluginId, wanted.Key) is not { } address)
            return Answer(context, StatusCodes.Status404NotFound, "Not found.");

        return wanted.File is { } file ? FileAsync(context, address, file) : PolicyAsync(context, address);
    }

    private async Task FileAsync(HttpContext context, PluginUiAddress address, string path)
    {
        if (UiContentTypes.For(path) is not { } type || UiPath.Resolve(address.UiDirectory, path) is not { Length: <= UiLimits.FileBytes } file)
        {
            await Answer(context, StatusCodes.Status404NotFound, "Not found.");
            return;
        }

        var destination = context.Request.Headers["Sec-Fetch-Dest"].ToString();
        if (UiContentTypes.IsHtml(path) ? destination != "iframe" : Navigations.Contains(destination))
        {
            await Answer(context, StatusCodes.Status403Forbidden, "A plugin's pages are shown only inside a room, as a frame.");
            return;
        }

        var tag = $"\"{file.Length:x}-{file.LastWriteTimeUtc.Ticks:x}\"";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch.ToString() == tag)
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        else if (UiContentTypes.IsHtml(path))
            await HtmlAsync(context, file, path);
        else
            await SendAsync(context, file, type);
    }

    private async Task HtmlAsync(HttpContext context, FileInfo file, string path)
    {
        var content = file.Length > UiLimits.HtmlBytes ? null : await File.ReadAllBytesAsync(file.FullName, context.RequestAborted);
        var html = content is null ? null : UiDocument.Read(path, content).Render(path, boot);
        await (html is null
            ? Answer(context, StatusCodes.Status403Forbidden, "This page of the plugin breaks the rules for plugin pages.")
            : WriteAsync(context, Encoding.UTF8.GetBytes(html), UiContentTypes.For(path)!));
    }

    private static async Task SendAsync(HttpContext context, FileInfo file, string type)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = file.Length;
        if (HttpMethods.IsGet(context.Request.Method))
            await context.Response.SendFileAsync(file.FullName, context.RequestAborted);
    }

    // The author's own text, shown as text in a tab of its own.
    private static async Task PolicyAsync(HttpContext context, PluginUiAddress address)
    {
        var file = address.PrivacyPolicy is { } path ? UiPath.Resolve(address.Directory, path) : null;
        await (file is null or { Length: > UiLimits.PolicyBytes }
            ? Answer(context, StatusCodes.Status404NotFound, "This plugin has no privacy policy.")
            : WriteAsync(context, await File.ReadAllBytesAsync(file.FullName, context.RequestAborted), "text/plain; charset=utf-8"));
    }

    private static Task Answer(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        return WriteAsync(context, Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8");
    }

    private static async Task WriteAsync(HttpContext context, byte[] body, string type)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
