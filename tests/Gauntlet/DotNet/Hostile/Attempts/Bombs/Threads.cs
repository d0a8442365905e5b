namespace PluginRoom.Gauntlet.Hostile.Attempts.Bombs;

internal sealed class Threads : IAttempt
{
    public string Vector => "start 400 threads";

    public bool Alone => true;

    public string? Try(Targets targets)
    {
        for (var count = 1; count <= 400; count++)
            new Thread(static () => Thread.CurrentThread.Join(), 64 * 1024) { IsBackground = true }.Start();
        return "400 threads";
    }
}
