namespace PluginRoom.Gauntlet.Hostile.Attempts.Files;

internal sealed class WriteHostFolder : IAttempt
{
    public string Vector => "write into a folder of the host";

    public Proof Proof => Proof.Trace;

    public string? Try(Targets targets)
    {
        File.WriteAllText(targets.Trace, "was here");
        return targets.Trace;
    }
}
