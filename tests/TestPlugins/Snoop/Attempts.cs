using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace PluginRoom.TestPlugins.Snoop;

/// <summary>Each returns what it got hold of, or null. The tests run the same code outside of the sandbox, where it must succeed.</summary>
public static partial class Attempts
{
    public static IEnumerable<(string Name, string? Got)> Run(SnoopTargets targets)
    {
        (string Name, Func<SnoopTargets, string?> Attempt)[] all =
        [
            ("read a file of the host", static t => File.ReadAllText(Path.Combine(t.Directory, "secret.txt"))),
            ("read the list of users", static _ => File.ReadAllText("/etc/passwd")[..4]),
            ("list a folder of the host", static t => Directory.GetFiles(t.Directory).FirstOrDefault()),
            ("write into the host's folder", static t => Write(Path.Combine(t.Directory, "left-behind"))),
            ("write into its own folder", static t => Write(Path.Combine(t.PluginDirectory, "left-behind"))),
            ("read a secret of the environment", static t => Environment.GetEnvironmentVariable(t.EnvironmentName)),
            ("read the environment of process 1 or of the host", ReadEnvironments),
            ("connect to a port of the host", ConnectTcp),
            ("connect to a socket file", static t => Connect(new UnixDomainSocketEndPoint(Path.Combine(t.Directory, "door")))),
            ("connect to an abstract socket", static t => Connect(new UnixDomainSocketEndPoint("\0" + t.AbstractSocket))),
            ("see a network card", SeeNetwork),
            ("see the host's process", static t => Directory.Exists($"/proc/{t.HostProcess}/fd") ? "seen" : null),
            ("signal the host's process", static t => Kill(t.HostProcess, 0) == 0 ? "possible" : null),
            ("use a descriptor of the host", FindDescriptor),
            ("start a program", StartProgram),
            ("change the kernel's core pattern", static _ => Append("/proc/sys/kernel/core_pattern")),
            ("use shared memory", static _ => Write("/dev/shm/pluginroom-left-behind")),
            ("open a block device or memory", static _ => File.Exists("/dev/mem") || File.Exists("/dev/kmsg") ? "seen" : null),
        ];
        foreach (var (name, attempt) in all)
            yield return (name, Try(attempt, targets));
    }

    private static string? Try(Func<SnoopTargets, string?> attempt, SnoopTargets targets)
    {
        try
        {
            return attempt(targets);
        }
        catch (Exception)
        {
            return null;
        }
    }

    private static string Write(string path)
    {
        File.WriteAllText(path, "was here");
        File.Delete(path);
        return "written";
    }

    private static string Append(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
        return "opened";
    }

    private static string? ReadEnvironments(SnoopTargets targets)
    {
        foreach (var process in (string[])["1", targets.HostProcess.ToString(), "self"])
        {
            var path = $"/proc/{process}/environ";
            if (File.Exists(path) && Try(_ => File.ReadAllText(path), targets)?.Contains(targets.EnvironmentName) == true)
                return path;
        }

        return null;
    }

    private static string ConnectTcp(SnoopTargets targets)
    {
        using var client = new TcpClient();
        client.Connect(IPAddress.Loopback, targets.Port);
        return "connected";
    }

    private static string Connect(EndPoint door)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(door);
        return "connected";
    }

    private static string? SeeNetwork(SnoopTargets targets) => File.ReadAllLines("/proc/net/dev").Skip(2)
        .Select(line => line.Split(':')[0].Trim()).FirstOrDefault(card => card != "lo");

    private static string? FindDescriptor(SnoopTargets targets)
    {
        var buffer = new byte[4096];
        for (var descriptor = 0; descriptor < 1024; descriptor++)
        {
            var length = (int)ReadLink($"/proc/self/fd/{descriptor}", buffer, (nuint)buffer.Length);
            if (length > 0 && Encoding.UTF8.GetString(buffer, 0, length).EndsWith("open.txt"))
                return "descriptor " + descriptor;
        }

        return null;
    }

    private static string? StartProgram(SnoopTargets targets)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", "-c true"));
        process?.WaitForExit();
        return process is null ? null : "started";
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "readlink", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint ReadLink(string path, byte[] buffer, nuint length);
}
