using PluginRoom.Sdk;

namespace PluginRoom.Worker.Loading;

/// <summary>Does nothing. <c>pluginroom doctor</c> has it loaded as any plugin, to see whether .NET plugins run on this machine.</summary>
public sealed class TrialPlugin : RoomPlugin
{
    public override Task StartAsync(IRoom room, CancellationToken cancellationToken) => Task.CompletedTask;
}
