using PluginRoom.Host.Rooms;
using PluginRoom.Host.Settings;

namespace PluginRoom.Host.Page;

/// <summary>Serves the built page at <c>/</c> and <c>/r/&lt;name&gt;</c>, and its files.</summary>
public static partial class PageEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPage(this WebApplication app, HostSettings settings)
    {
        app.Use(static (context, next) =>
        {
            PageHeaders.SetForAll(context);
            return next(context);
        });
        // By itself a fallback leaves out addresses that look like files.
        app.MapFallback("{*path}", context => Text(context, StatusCodes.Status404NotFound, "There is nothing at this address. A room's link ends in /r/ and its name.")).ExcludeFromDescription();
        if (PageFiles.Load(settings.WebFolder) is { } files)
            MapFiles(app, files, settings.FrameOrigins.Frames);
        else
            MapMissing(app, settings.WebFolder);
    }

    private static void MapFiles(WebApplication app, PageFiles files, string? frames)
    {
        app.Lifetime.ApplicationStarted.Register(() => Task.Run(files.Prepare));
        app.MapMethods("/", Methods, context => Index(context, files, frames)).ExcludeFromDescription();
        app.MapMethods("/r/{name}", Methods, (string name, HttpContext context) =>
        {
            // The page itself says what is wrong with the name.
            if (RoomName.Parse(name) is null)
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Index(context, files, frames);
        }).ExcludeFromDescription();
        foreach (var file in files.All.Where(file => file != files.Index))
        {
            app.MapMethods(Literal(file.Path), Methods, context =>
            {
                context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
                return file.Serve(context);
            }).ExcludeFromDescription();
        }
    }

    private static Task Index(HttpContext context, PageFiles files, string? frames)
    {
        PageHeaders.SetForPage(context, frames);
        return files.Index.Serve(context);
    }

    private static void MapMissing(WebApplication app, string folder)
    {
        LogMissing(app.Logger, folder);
        Task Say(HttpContext context) =>
            Text(context, StatusCodes.Status503ServiceUnavailable, "The page of this host has not been built. Stop the host and start it with ./run, which builds it.");
        app.MapMethods("/", Methods, Say).ExcludeFromDescription();
        app.MapMethods("/r/{name}", Methods, Say).ExcludeFromDescription();
    }

    private static Task Text(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    // Braces would be route parameters.
    private static string Literal(string path) => path.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    [LoggerMessage(4002, LogLevel.Warning, "There is no built page in {Folder}. Start the host with ./run, which builds it.", EventName = "PageMissing")]
    private static partial void LogMissing(ILogger logger, string folder);
}
