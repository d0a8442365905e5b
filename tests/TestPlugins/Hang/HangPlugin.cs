using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Hang;

/// <summary>Does not come back: from its start, from a handler, from its stop.</summary>
public sealed class HangPlugin : RoomPlugin
{
    private string _alias = "";

    public override async Task StartAsync(IRoom room, CancellationToken cancellationToken)
    {
        _alias = room.Alias;
        if (_alias == "hang-at-start")
            await new TaskCompletionSource().Task;
        if (_alias == "spin-at-start")
            Spin();
        room.Ui.OnInput((input, cancellation) => input.Text switch
        {
            "wait" => new TaskCompletionSource().Task,
            "spin" => Task.Run(Spin, CancellationToken.None).ContinueWith(static _ => { }, CancellationToken.None),
            "block" => Block(),
            "polite" => Task.Delay(Timeout.Infinite, cancellation),
            _ => room.Ui.SendAsync(input.From, input.Data, cancellation),
        });
    }

    public override Task StopAsync(CancellationToken cancellationToken) => _alias == "hang-at-stop" ? new TaskCompletionSource().Task : Task.CompletedTask;

    private static Task Block()
    {
        Spin();
        return Task.CompletedTask;
    }

    private static void Spin()
    {
        while (true)
            Thread.Yield();
    }
}
