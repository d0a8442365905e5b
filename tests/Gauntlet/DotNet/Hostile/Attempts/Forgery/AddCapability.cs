using System.Reflection;
using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Forgery;

internal sealed class AddCapability : IAttempt
{
    public string Vector => "declare a capability afterwards, by reflection into the worker";

    public Proof Proof => Proof.Posted;

    public string? Try(Targets targets)
    {
        var gate = WorkerPipe.Captured(HostilePlugin.Room.Chat, "gate");
        var names = (HashSet<string>)gate.GetType().GetField("_names", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(gate)!;
        names.Add("chat.send");
        HostilePlugin.Room.Chat.SendAsync(targets.Token, CancellationToken.None).GetAwaiter().GetResult();
        return "sent";
    }
}
