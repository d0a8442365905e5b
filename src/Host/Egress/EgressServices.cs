using PluginRoom.Host.Egress.Network;

namespace PluginRoom.Host.Egress;

public static class EgressServices
{
    public static IServiceCollection AddEgress(this IServiceCollection services, EgressAllowance allowance, SinkCredentials credentials) =>
        services.AddSingleton(EgressNetwork.Public(allowance, credentials));
}
