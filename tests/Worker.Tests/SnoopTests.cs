using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using PluginRoom.Host.Workers.Sandbox;
using PluginRoom.TestPlugins.Snoop;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests;

/// <summary>Sets things up for the taking, and has the same attempts made inside the sandbox and outside of it.</summary>
public sealed partial class SnoopTests : IDisposable
{
    // In the environment that this process was started with, so that the kernel shows it under /proc as well.
    private const string Variable = "PATH";

    // What needs root outside as well; the control says nothing about these when the tests run as an ordinary user.
    private static readonly string[] OnlyRootCan = ["change the kernel's core pattern"];

    // Landlock refuses to open; that something exists can still be asked.
    private static readonly string[] VisibleWithoutNamespaces =
        ["see the host's process: seen", "open a block device or memory: seen"];

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("pluginroom-snoop-");
    private readonly TcpListener _port = new(IPAddress.Loopback, 0);
    private readonly Socket _door = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Socket _abstractDoor = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly SnoopTargets _targets;
    private readonly int _inheritable;

    public SnoopTests()
    {
        File.WriteAllText(Path.Combine(_directory.FullName, "secret.txt"), "the host's secret");
        File.WriteAllText(Path.Combine(_directory.FullName, "open.txt"), "");
        // Without O_CLOEXEC: a child gets it unless somebody closes it.
        _inheritable = Open(Path.Combine(_directory.FullName, "open.txt"), 0);
        _port.Start();
        _door.Bind(new UnixDomainSocketEndPoint(Path.Combine(_directory.FullName, "door")));
        _door.Listen();
        _abstractDoor.Bind(new UnixDomainSocketEndPoint("\0" + _directory.Name));
        _abstractDoor.Listen();
        _targets = new(
            _directory.FullName, "/plugin", ((IPEndPoint)_port.LocalEndpoint).Port, _directory.Name, Environment.ProcessId, Variable);
    }

    [Theory]
    [InlineData(SandboxTier.Namespaces)]
    [InlineData(SandboxTier.Landlock)]
    public async Task A_plugin_gets_hold_of_nothing(SandboxTier tier)
    {
        var (worker, room) = await Launch.RunAsync(Launch.In(tier), "Snoop");
        await using var _ = worker;
        var inside = tier == SandboxTier.Landlock ? _targets with { PluginDirectory = Launch.Built("test-plugins/Snoop") } : _targets;

        worker.Say(inside.ToString());

        var attempts = new List<string>();
        while (await room.NextTextAsync() is var line && line != "end")
            attempts.Add(line);
        Assert.Equal(18, attempts.Count);
        var held = attempts.Where(static line => !line.EndsWith(": nothing", StringComparison.Ordinal));
        Assert.Empty(tier == SandboxTier.Landlock ? held.Except(VisibleWithoutNamespaces) : held);
    }

    [Fact]
    public void The_same_attempts_succeed_outside_of_the_sandbox()
    {
        var outside = _targets with { PluginDirectory = _directory.FullName };

        var failed = Attempts.Run(outside).Where(static attempt => attempt.Got is null).Select(static attempt => attempt.Name);

        Assert.Empty(Environment.IsPrivilegedProcess ? failed : failed.Except(OnlyRootCan));
    }

    public void Dispose()
    {
        _ = Close(_inheritable);
        _port.Dispose();
        _door.Dispose();
        _abstractDoor.Dispose();
        _directory.Delete(recursive: true);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
