namespace PluginRoom.Host.Signaling;

/// <summary>
/// A browser lets any page open a WebSocket anywhere and says only by its Origin header (RFC 6455, 10.2) which page asks.
/// A page from elsewhere could otherwise act with whatever this host knows about the person's network.
/// </summary>
internal static class SameOrigin
{
    public static void UseSameOriginSockets(this WebApplication app) => app.Use(static (context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments(SignalingServices.HubPath) || IsSame(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("The room's hub answers its own page only.");
    });

    // No Origin at all: no browser. Behind a proxy that ends TLS the scheme differs, so only host and port are compared;
    // they are what makes another site another one.
    private static bool IsSame(HttpRequest request) =>
        request.Headers.Origin is not { Count: > 0 } origins
        || (origins is [{ } origin]
            && Uri.TryCreate(origin, UriKind.Absolute, out var page)
            && (page.Scheme == Uri.UriSchemeHttp || page.Scheme == Uri.UriSchemeHttps)
            && string.Equals(page.Authority, Authority(request, page.Scheme), StringComparison.OrdinalIgnoreCase));

    private static string Authority(HttpRequest request, string scheme) =>
        Uri.TryCreate($"{scheme}://{request.Host.Value}", UriKind.Absolute, out var host) ? host.Authority : "";
}
