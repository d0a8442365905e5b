using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Files;

internal sealed class ReplaceRuntime : IAttempt
{
    public string Vector => "open the runtime's libraries for writing";

    public string? Try(Targets targets) => Names.OpenForWriting(typeof(object).Assembly.Location);
}
