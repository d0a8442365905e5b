using System.Text;
using PluginRoom.Host.PluginUi.Addresses;
using PluginRoom.Host.PluginUi.Markup;

namespace PluginRoom.Host.PluginUi;

/// <summary>
/// Serves a plugin's UI folder: files of a closed list of types, read only, no listing, no fallback, no sign-in, and on every
/// response the policies that make the frame a place without a way out.
/// </summary>
public sealed class PluginUiEndpoint(PluginUiAddresses addresses, PluginUiOrigins origins, BootScript boot)
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

        if (RequestOrigin.Of(request) is null)
            return context.AnswerAsync(StatusCodes.Status400BadRequest, "The Host header is not a plain host name.");

        var place = origins.For(request);
        if (FrameProbe.IsAskedFor(request))
            return place is null || !IsReading(context) ? context.NotFoundAsync() : FrameProbe.ServeAsync(context, place);

        if (PluginUiRequest.Parse(request.Path.Value) is not { } wanted)
            return context.NotFoundAsync();

        // The policy text is read in a tab of the page's own host; all else is for frames and stands where frames are served.
        if (wanted.Kind == PluginUiKind.Policy ? origins.IsForFrames(request) : place is null)
            return context.NotFoundAsync();

        Protect(response, wanted, place);
        if (!IsReading(context))
        {
            response.Headers.Allow = "GET, HEAD";
            return context.AnswerAsync(StatusCodes.Status405MethodNotAllowed, "Only GET and HEAD.");
        }

        if (request.QueryString.HasValue || addresses.Find(wanted.PluginId, wanted.Key) is not { } address)
            return context.NotFoundAsync();

        return wanted.Kind switch
        {
            PluginUiKind.File => FileAsync(context, address, wanted.File),
            PluginUiKind.WorkerPage => WorkerPageAsync(context, address, wanted.File),
            PluginUiKind.PicturePage => PicturePageAsync(context, address, wanted.File),
            _ => PolicyAsync(context, address),
        };
    }

    private void Protect(HttpResponse response, PluginUiRequest wanted, FrameOrigins? place)
    {
        var path = PluginUiAddress.PathOf(wanted.PluginId, wanted.Key);
        if (wanted.Kind == PluginUiKind.File)
            _headers.Apply(response.Headers, place!, path);
        else if (wanted.Kind == PluginUiKind.WorkerPage)
            _headers.ApplyToWorkerPage(response.Headers, place!, path);
        else if (wanted.Kind == PluginUiKind.PicturePage)
            _headers.ApplyToPicturePage(response.Headers, place!);
    }

    private async Task FileAsync(HttpContext context, PluginUiAddress address, string path)
    {
        if (UiContentTypes.For(path) is not { } type || UiPath.Resolve(address.UiDirectory, path) is not { Length: <= UiLimits.FileBytes } file)
        {
            await context.NotFoundAsync();
            return;
        }

        if (UiContentTypes.IsHtml(path) ? !IsFrame(context) : Navigations.Contains(Destination(context)))
        {
            await FramesOnlyAsync(context);
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
            ? context.AnswerAsync(StatusCodes.Status403Forbidden, "This page of the plugin breaks the rules for plugin pages.")
            : context.WriteAsync(Encoding.UTF8.GetBytes(html), UiContentTypes.For(path)!));
    }

    private Task WorkerPageAsync(HttpContext context, PluginUiAddress address, string script)
    {
        if (!address.Workers.Contains(script) || UiPath.Resolve(address.UiDirectory, script) is null)
            return context.NotFoundAsync();

        return IsFrame(context)
            ? context.WriteAsync(Encoding.UTF8.GetBytes(WorkerPage.Render(script, boot)), UiContentTypes.For(".html")!)
            : FramesOnlyAsync(context);
    }

    private async Task PicturePageAsync(HttpContext context, PluginUiAddress address, string script)
    {
        if (!address.Pictures.Contains(script) || UiPath.Resolve(address.UiDirectory, script) is not { Length: <= UiLimits.FileBytes } file)
        {
            await context.NotFoundAsync();
            return;
        }

        if (!IsFrame(context))
        {
            await FramesOnlyAsync(context);
            return;
        }

        var code = await File.ReadAllTextAsync(file.FullName, Encoding.UTF8, context.RequestAborted);
        await context.WriteAsync(Encoding.UTF8.GetBytes(PicturePage.Render(code, boot)), UiContentTypes.For(".html")!);
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
            ? context.AnswerAsync(StatusCodes.Status404NotFound, "This plugin has no privacy policy.")
            : context.WriteAsync(await File.ReadAllBytesAsync(file.FullName, context.RequestAborted), PlainAnswer.PlainText));
    }

    private static bool IsReading(HttpContext context) => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    private static string Destination(HttpContext context) => context.Request.Headers["Sec-Fetch-Dest"].ToString();

    private static bool IsFrame(HttpContext context) => Destination(context) == "iframe";

    private static Task FramesOnlyAsync(HttpContext context) =>
        context.AnswerAsync(StatusCodes.Status403Forbidden, "A plugin's pages are shown only inside a room, as a frame.");
}
