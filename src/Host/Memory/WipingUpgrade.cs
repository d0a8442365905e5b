using Microsoft.AspNetCore.Http.Features;

namespace PluginRoom.Host.Memory;

/// <summary>Puts a <see cref="WipingStream"/> below each WebSocket that this request becomes.</summary>
internal sealed class WipingUpgrade(IHttpUpgradeFeature inner) : IHttpUpgradeFeature
{
    public bool IsUpgradableRequest => inner.IsUpgradableRequest;

    public async Task<Stream> UpgradeAsync() => new WipingStream(await inner.UpgradeAsync());

    /// <summary>Comes before the WebSocket middleware, which takes the request's upgrade as it finds it.</summary>
    public static Task Use(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IHttpUpgradeFeature>() is { } upgrade)
            context.Features.Set<IHttpUpgradeFeature>(new WipingUpgrade(upgrade));
        return next(context);
    }
}
