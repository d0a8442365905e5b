using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Machine;

internal sealed class SetHostName : IAttempt
{
    public string Vector => "set the machine's name";

    public string? Try(Targets targets) => Kernel.Call("sethostname", Kernel.Text(Environment.MachineName), Environment.MachineName.Length) == 0 ? "set" : null;
}
