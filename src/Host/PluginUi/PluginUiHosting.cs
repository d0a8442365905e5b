using PluginRoom.Host.PluginUi.Addresses;
using PluginRoom.Host.Settings;

namespace PluginRoom.Host.PluginUi;

/// <summary>Composes this folder into the host.</summary>
public static partial class PluginUiHosting
{
    public static IServiceCollection AddPluginUi(this IServiceCollection services) => services
        .AddSingleton(provider => BootScript.Load(provider.GetRequiredService<HostSettings>().WebFolder))
        .AddSingleton(provider => provider.GetRequiredService<HostSettings>().FrameOrigins)
        .AddSingleton<PluginUiAddresses>()
        .AddSingleton<PluginUiEndpoint>();

    /// <summary>On the host name that is set apart for frames there is nothing else: neither the page, nor the hub, nor the API.</summary>
    public static void UsePluginUiOrigins(this WebApplication app, PluginUiOrigins origins)
    {
        if (origins.LookLikeOneSite)
            LogOneSite(app.Logger, origins.Frames!, origins.Page!);
        app.Use((context, next) =>
            origins.IsForFrames(context.Request) && !context.Request.Path.StartsWithSegments("/plugins", StringComparison.Ordinal)
                ? context.AnswerAsync(StatusCodes.Status404NotFound, "Under this name there are only the windows of plugins.")
                : next(context));
    }

    /// <summary>Takes everything below <c>/plugins/</c>, so that no fallback of the page can answer there.</summary>
    public static IEndpointConventionBuilder MapPluginUi(this IEndpointRouteBuilder routes) =>
        routes.Map("/plugins/{**path}", (HttpContext context, PluginUiEndpoint endpoint) => endpoint.ServeAsync(context)).ExcludeFromDescription();

    [LoggerMessage(4001, LogLevel.Warning, "{Frames} and {Page} look like one site: then browsers may run plugins' windows in the page's process. Use another registered domain.", EventName = "WindowsOriginNotApart")]
    private static partial void LogOneSite(ILogger logger, string frames, string page);
}
