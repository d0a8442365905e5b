using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace PluginRoom.Worker.Confinement;

/// <summary>
/// The worker's part of the probe at host start: tries what the sandbox must prevent and names what succeeded. Run before any plugin
/// is, so that a machine on which the sandbox does not hold is found before it matters.
/// </summary>
internal static class LookAround
{
    private static readonly string[] HiddenPaths = ["/etc/passwd", "/root", "/home", "/var", "/proc/1/root/etc", "/sys/kernel", "/run"];

    /// <summary>The number of holes is the exit code; a line on the output says that this code ran at all.</summary>
    internal static int Run()
    {
        var leaks = Find();
        Console.Out.Write("looked");
        foreach (var leak in leaks)
            Console.Error.WriteLine(leak);
        return leaks.Count;
    }

    internal static List<string> Find()
    {
        var leaks = new List<string>();
        foreach (var path in HiddenPaths)
            Note(leaks, Path.Exists(path), path + " is visible");
        Note(leaks, Libc.ProcessId() != 1, "the process list is shared");
        Note(leaks, Environment.GetEnvironmentVariable("PATH") is not null, "the environment is inherited");
        Note(leaks, Opens("/proc/sys/kernel/core_pattern"), "/proc/sys can be written");
        Note(leaks, Opens("/app/leak") || Opens("/plugin/leak"), "the program's folders can be written");
        Note(leaks, HasNetwork(), "the network is reachable");
        return leaks;
    }

    private static void Note(List<string> leaks, bool leaky, string what)
    {
        if (leaky)
            leaks.Add(what);
    }

    private static bool Opens(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool HasNetwork()
    {
        try
        {
            foreach (var card in NetworkInterface.GetAllNetworkInterfaces())
            {
                if (card.NetworkInterfaceType != NetworkInterfaceType.Loopback)
                    return true;
            }

            return false;
        }
        catch (Exception refused) when (refused is NetworkInformationException or SocketException or IOException)
        {
            return false;
        }
    }
}
