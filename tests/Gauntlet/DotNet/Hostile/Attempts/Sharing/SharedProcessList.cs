using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sharing;

internal sealed class SharedProcessList : IAttempt
{
    public string Vector => "pass a message by a thread's name in /proc";

    public Proof Proof => Proof.Token;

    public Action<Targets>? Accomplice => static targets => new Thread(() => { Kernel.Call("prctl", 15, Kernel.Text("h-" + targets.Token)); Thread.CurrentThread.Join(); }) { IsBackground = true }.Start();

    public string? Try(Targets targets)
    {
        foreach (var process in Directory.GetDirectories("/proc").Where(static path => char.IsAsciiDigit(path[^1])))
        {
            foreach (var name in Directory.Exists(process + "/task") ? Directory.GetDirectories(process + "/task").Select(static thread => thread + "/comm") : [])
            {
                if (File.Exists(name) && File.ReadAllText(name) is var text && text.StartsWith("h-"))
                    return text[2..].Trim();
            }
        }

        return null;
    }
}
