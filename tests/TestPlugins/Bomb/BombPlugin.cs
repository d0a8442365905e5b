using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Bomb;

/// <summary>Takes as much as it gets of what the order in its UI input names.</summary>
public sealed class BombPlugin : RoomPlugin
{
    public override Task StartAsync(IRoom room, CancellationToken cancellationToken)
    {
        room.Ui.OnInput((input, cancellation) => input.Text switch
        {
            "managed" => Tell(MemoryBombs.Managed()),
            "native" => Tell(MemoryBombs.Native()),
            "mapped" => Tell(MemoryBombs.Mapped()),
            "spin" => Tell(ProcessorBombs.Spin()),
            "spin for 1.5" => Tell(ProcessorBombs.SpinFor(TimeSpan.FromSeconds(1.5))),
            "wait for 0.6" => WaitAsync(TimeSpan.FromSeconds(0.6)),
            "wait for 90" => WaitAsync(TimeSpan.FromSeconds(90)),
            "threads" => Tell(CountBombs.Threads()),
            "files" => Tell(CountBombs.Files()),
            "disk" => Tell(CountBombs.Disk()),
            "messages" => FloodBombs.MessagesAsync(room),
            "bytes" => FloodBombs.BytesAsync(room),
            "log" => FloodBombs.LogAsync(room),
            "stdout" => FloodBombs.StandardOutputAsync(room),
            "stderr" => FloodBombs.ErrorOutputAsync(room),
            _ => room.Ui.SendAsync(input.From, input.Data, cancellation),
        });
        return Task.CompletedTask;

        async Task WaitAsync(TimeSpan time)
        {
            await Task.Delay(time, CancellationToken.None);
            await Tell("waited");
        }

        Task Tell(string line) => room.Ui.BroadcastAsync(System.Text.Encoding.UTF8.GetBytes(line), cancellationToken);
    }
}
