namespace PluginRoom.Host.Storage;

public static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton<HostStorage>()
        .AddHostedService(provider => provider.GetRequiredService<HostStorage>());
}
