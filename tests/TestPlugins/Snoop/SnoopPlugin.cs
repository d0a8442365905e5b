using System.Text;
using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Snoop;

/// <summary>Tries to get out of its sandbox and reports, attempt by attempt, what it got.</summary>
public sealed class SnoopPlugin : RoomPlugin
{
    public override Task StartAsync(IRoom room, CancellationToken cancellationToken)
    {
        room.Ui.OnInput(async (input, cancellation) =>
        {
            foreach (var (name, got) in Attempts.Run(SnoopTargets.Parse(input.Text)))
                await room.Ui.SendAsync(input.From, Encoding.UTF8.GetBytes($"{name}: {got ?? "nothing"}"), cancellation);
            await room.Ui.SendAsync(input.From, "end"u8.ToArray(), cancellation);
        });
        return Task.CompletedTask;
    }
}
