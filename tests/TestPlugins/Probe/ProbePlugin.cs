using System.Reflection;
using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Probe;

/// <summary>
/// Uses one capability at a time, as it is told through its frame, and says in its log what came of it. The log passes no gate, so the
/// answer changes nothing of what is being tried.
/// </summary>
public sealed class ProbePlugin : RoomPlugin
{
    public override Task StartAsync(IRoom room, CancellationToken cancellationToken)
    {
        var orders = new Orders(room.Log);
        orders.On("nothing", (_, _) => Task.CompletedTask);
        foreach (var part in typeof(ProbePlugin).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ProbePart))))
            ((ProbePart)Activator.CreateInstance(part)!).Add(room, orders);
        // Not awaited: some calls take longer than a handler may.
        room.Ui.OnInput((input, handling) =>
        {
            _ = orders.RunAsync(input.Text, cancellationToken);
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }
}

/// <summary>The orders of one capability.</summary>
internal abstract class ProbePart
{
    internal abstract void Add(IRoom room, Orders orders);

    protected static Task Said(Action<string> say, string words)
    {
        say(words);
        return Task.CompletedTask;
    }
}
