using PluginRoom.Host.Settings;

namespace PluginRoom.Host.PluginUi;

/// <summary>Composes this folder into the host.</summary>
public static class PluginUiHosting
{
    public static IServiceCollection AddPluginUi(this IServiceCollection services) => services
        .AddSingleton(provider => BootScript.Load(provider.GetRequiredService<HostSettings>().WebFolder))
        .AddSingleton<PluginUiAddresses>()
        .AddSingleton<PluginUiEndpoint>();

    /// <summary>Takes everything below <c>/plugins/</c>, so that no fallback of the page can answer there.</summary>
    public static IEndpointConventionBuilder MapPluginUi(this IEndpointRouteBuilder routes) =>
        routes.Map("/plugins/{**path}", (HttpContext context, PluginUiEndpoint endpoint) => endpoint.ServeAsync(context));
}
