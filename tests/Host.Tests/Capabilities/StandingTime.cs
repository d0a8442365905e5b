using Microsoft.Extensions.DependencyInjection;

namespace PluginRoom.Host.Tests.Capabilities;

/// <summary>
/// The system's time, of which no measured interval ever passes: what may come at once may come, and no allowance fills up again, however
/// slow the machine is. Timers go on.
/// </summary>
internal sealed class StandingTime : TimeProvider
{
    public static void Use(IServiceCollection services) => services.AddSingleton<TimeProvider>(new StandingTime());

    public override long GetTimestamp() => 1;
}
