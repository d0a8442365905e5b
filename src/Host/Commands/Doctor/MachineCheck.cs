using System.Globalization;

namespace PluginRoom.Host.Commands.Doctor;

/// <summary>Processors, memory, the clock, and who runs it.</summary>
internal sealed class MachineCheck(TimeProvider time, long memoryBytes, DateTimeOffset built)
{
    private const string Part = "machine";
    private const int LittleMemoryMb = 1024;

    // A build machine's clock may be a little ahead, and its zone does not matter.
    private static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    // A host that nobody has updated for this long is more likely one whose clock is wrong.
    private static readonly TimeSpan Long = TimeSpan.FromDays(365 * 10);

    public IEnumerable<Finding> Look()
    {
        var cores = Environment.ProcessorCount;
        yield return cores < 2
            ? Finding.Warning(Part, "processors", "1: a busy plugin is felt by everybody", "Give it two or more.")
            : Finding.Ok(Part, "processors", $"{cores}");
        yield return Memory();
        yield return Clock();
        if (Environment.IsPrivilegedProcess)
            yield return Finding.Warning(Part, "account", "root: a way out of the sandbox would end as root", "Run the host as an account of its own.");
    }

    private Finding Memory()
    {
        var mb = memoryBytes >> 20;
        // A process that is new takes about 7 MB of its own; its memoryMb and 64 MB are the most that it may grow to.
        var words = string.Create(CultureInfo.InvariantCulture, $"{mb} MB");
        return mb < LittleMemoryMb
            ? Finding.Warning(Part, "memory", words, "Each plugin in a room may grow to its memoryMb and 64 MB: lower --plugin-limits memoryMb, or add memory.")
            : Finding.Ok(Part, "memory", words);
    }

    private Finding Clock()
    {
        var now = time.GetUtcNow();
        var words = string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM-dd HH:mm} UTC");
        return now < built - Slack || now > built + Long
            ? Finding.Problem(Part, "clock", $"{words}, which cannot be: certificates and the end of stored values go by it", "timedatectl set-ntp true")
            : Finding.Ok(Part, "clock", words);
    }
}
