using System.Globalization;
using PluginRoom.Host.Workers.Limits;

namespace PluginRoom.Gauntlet.JavaScript.Running;

/// <summary>What a process and its children take of the machine, in bytes; what has ended takes nothing.</summary>
internal static class ProcessMemory
{
    internal static long Of(int process)
    {
        try
        {
            var children = File.ReadAllText($"/proc/{process}/task/{process}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return PrivateMemory.Parse(File.ReadAllBytes($"/proc/{process}/status")) + children.Sum(static child => Of(int.Parse(child, CultureInfo.InvariantCulture)));
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
