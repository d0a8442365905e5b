namespace PluginRoom.Gauntlet.Hostile.Attempts.Files;

internal sealed class SeeHostFile : IAttempt
{
    public string Vector => "see that a file of the host exists";

    public string? Try(Targets targets) => File.Exists(targets.Secret) ? new FileInfo(targets.Secret).Length + " bytes" : null;
}
