using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PluginRoom.EndToEnd.Tests.Fixtures;
using PluginRoom.Gauntlet.Canary;
using PluginRoom.Gauntlet.Hostile;

namespace PluginRoom.Gauntlet.DotNet.Running;

/// <summary>What lies about on the machine for the taking, and whether it was taken. Everything that is secret begins alike and differs in each run.</summary>
internal sealed partial class Surroundings : IDisposable
{
    private const string Variable = "PLUGINROOM_GAUNTLET_SECRET";
    private const int WatchedBytes = 8;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pluginroom-gauntlet-");
    private readonly Socket _door = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Socket _abstractDoor = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly nint _marker;
    private readonly nint _cell;
    private readonly int _descriptor;

    internal Surroundings()
    {
        foreach (var place in (string[])["", "data", "other"])
        {
            Directory.CreateDirectory(Path.Combine(_folder.FullName, place));
            File.WriteAllText(Path.Combine(_folder.FullName, place, "secret.txt"), Secret);
        }

        Environment.SetEnvironmentVariable(Variable, Secret);
        _door.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder.FullName, "door")));
        _door.Listen();
        _abstractDoor.Bind(new UnixDomainSocketEndPoint("\0" + _folder.Name));
        _abstractDoor.Listen();
        // Without O_CLOEXEC: a child gets it unless somebody closes it.
        _descriptor = Open(Path.Combine(_folder.FullName, "secret.txt"), 0);
        _marker = Marshal.StringToCoTaskMemUTF8(Secret);
        _cell = Marshal.AllocCoTaskMem(WatchedBytes);
        Plugin = CopyPlugin();
    }

    /// <summary>Where the host's environment in /proc is what counts, the secret is the path: no variable that is set later shows there.</summary>
    internal string Secret { get; } = "secret-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    internal string Plugin { get; }

    internal Targets For(string pluginAsSeen, CanaryPort port, CanaryListener canary, int victim, string token)
    {
        Marshal.WriteInt64(_cell, 0);
        return new(
            _folder.FullName,
            pluginAsSeen,
            Path.Combine(_folder.FullName, "trace-" + port.Token),
            port.Number,
            canary.NameServer?.ToString() ?? "127.0.0.1",
            port.Name,
            Environment.ProcessId,
            victim,
            _marker,
            _cell,
            _descriptor,
            _folder.Name,
            token);
    }

    internal bool WasWritten => Marshal.ReadInt64(_cell) != 0;

    /// <summary>Whether a text holds a secret of this process.</summary>
    internal bool IsIn(string text) =>
        text.Contains(Secret, StringComparison.Ordinal) || (Environment.GetEnvironmentVariable("PATH") is { } path && text.Contains(path, StringComparison.Ordinal));

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        _ = Close(_descriptor);
        _door.Dispose();
        _abstractDoor.Dispose();
        Marshal.FreeCoTaskMem(_marker);
        Marshal.FreeCoTaskMem(_cell);
        _folder.Delete(recursive: true);
    }

    // With programs and a library in it, as an author may add them.
    private string CopyPlugin()
    {
        var folder = _folder.CreateSubdirectory("plugin").FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Prerequisites.Artifacts, "test-plugins/Hostile")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        File.Copy("/bin/true", Path.Combine(folder, "program"));
        File.Copy("/usr/bin/touch", Path.Combine(folder, "toucher"));
        var math = NativeLibrary.Load("libm.so.6");
        NativeLibrary.Free(math);
        File.Copy(File.ReadLines("/proc/self/maps").Select(static line => line[(line.LastIndexOf(' ') + 1)..]).First(static path => path.EndsWith("/libc.so.6", StringComparison.Ordinal)).Replace("libc.so.6", "libm.so.6", StringComparison.Ordinal), Path.Combine(folder, "library.so"));
        File.WriteAllText(Path.Combine(folder, "shared.txt"), "shared by every worker of this plugin");
        return folder;
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
