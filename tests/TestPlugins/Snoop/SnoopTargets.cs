namespace PluginRoom.TestPlugins.Snoop;

/// <summary>What the test has set up for the taking.</summary>
/// <param name="Directory">Holds secret.txt, open.txt (which the host holds open for its children) and a listening socket "door".</param>
/// <param name="PluginDirectory">Where this plugin believes to lie.</param>
public sealed record SnoopTargets(string Directory, string PluginDirectory, int Port, string AbstractSocket, int HostProcess, string EnvironmentName)
{
    public static SnoopTargets Parse(string text) => text.Split('\n') is [var directory, var plugin, var port, var socket, var host, var name]
        ? new(directory, plugin, int.Parse(port), socket, int.Parse(host), name)
        : throw new FormatException("six lines are needed");

    public override string ToString() => string.Join('\n', Directory, PluginDirectory, Port, AbstractSocket, HostProcess, EnvironmentName);
}
