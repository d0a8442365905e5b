using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sharing;

internal sealed class SharedFile : IAttempt
{
    public string Vector => "pass a message by a file in /tmp";

    public Proof Proof => Proof.Token;

    public Action<Targets>? Accomplice => static targets => File.WriteAllText($"/tmp/hostile-{targets.Key:x}", targets.Token);

    public string? Try(Targets targets) => Names.Read($"/tmp/hostile-{targets.Key:x}");
}
