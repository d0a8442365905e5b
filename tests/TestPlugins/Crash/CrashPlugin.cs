using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Crash;

/// <summary>Ends badly, in the way that the UI input or the room's alias says.</summary>
public sealed class CrashPlugin : RoomPlugin
{
    public override Task StartAsync(IRoom room, CancellationToken cancellationToken)
    {
        Console.Error.WriteLine("about to start in " + room.Alias);
        if (room.Alias == "throw-at-start")
            throw new InvalidOperationException("no good start");
        if (room.Alias == "die-at-start")
            Environment.FailFast("dead on arrival");
        room.Ui.OnInput((input, _) =>
        {
            Do(input.Text);
            return room.Ui.SendAsync(input.From, input.Data);
        });
        return Task.CompletedTask;
    }

    private static void Do(string order)
    {
        switch (order)
        {
            case "throw":
                throw new InvalidOperationException("thrown on order");
            case "failfast":
                Environment.FailFast("the plugin's last words");
                break;
            case "exit":
                Console.Error.WriteLine("I was told to " + order);
                Environment.Exit(42);
                break;
            case "thread":
                var thread = new Thread(() => throw new InvalidOperationException("thrown on a thread of its own"));
                thread.Start();
                thread.Join();
                break;
            case "overflow":
                Overflow(0);
                break;
            case "memory":
                var hoard = new List<byte[]>();
                while (true)
                    hoard.Add(GC.AllocateUninitializedArray<byte>(1 << 20));
        }
    }

    private static int Overflow(int depth) => Overflow(depth + 1) + 1;
}
