using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sharing;

internal sealed class SharedMemoryFile : IAttempt
{
    public string Vector => "pass a message by a file in /dev/shm";

    public Proof Proof => Proof.Token;

    public Action<Targets>? Accomplice => static targets => File.WriteAllText($"/dev/shm/hostile-{targets.Key:x}", targets.Token);

    public string? Try(Targets targets) => Names.Read($"/dev/shm/hostile-{targets.Key:x}");
}
