using System.Text;
using PluginRoom.Host.Workers;
using PluginRoom.Host.Workers.Sandbox;
using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Tests.Fuzz;
using PluginRoom.Worker.Tests.Rig;

namespace PluginRoom.Worker.Tests.Hostile;

/// <summary>A process in the worker's place that does what a script says, byte by byte.</summary>
internal sealed class HostileScript : IDisposable
{
    internal static readonly byte[] IsReady = RawFrame.Of(WorkerFrameType.Ready, 0, """{"sdkVersion":"1.0.0"}""");

    private static readonly WorkerOptions Options = Launch.Options with
    {
        WorkerPath = Launch.Built("bin/HostileWorker/" + Launch.Configuration + "/PluginRoom.HostileWorker.dll"),
        StopDeadline = TimeSpan.FromMilliseconds(500),
    };

    /// <summary>For a worker that is to be asked soon.</summary>
    internal static readonly WorkerOptions Curious = Options with { PingInterval = TimeSpan.FromMilliseconds(300) };

    /// <summary>For a worker that says nothing: it is noticed soon.</summary>
    internal static readonly WorkerOptions Impatient = Curious with { PingDeadline = TimeSpan.FromMilliseconds(700) };

    /// <summary>A child without anything in between.</summary>
    internal static readonly WorkerOptions Plain = Options with { Tier = SandboxTier.None };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pluginroom-hostile-");

    internal HostileScript(params string[] lines) => File.WriteAllLines(Path.Combine(_folder.FullName, "script"), lines);

    internal static string Line(string verb, ReadOnlySpan<byte> bytes) => verb + ' ' + Convert.ToHexString(bytes);

    internal static string Write(params byte[][] frames) => Line("write", [.. frames.SelectMany(static frame => frame)]);

    internal static byte[] Call(uint id, string json) => RawFrame.Of(WorkerFrameType.Call, id, json);

    internal static byte[] Show(uint id, string text) => RawFrame.Of(WorkerFrameType.UiOutput, id, [0, .. Encoding.UTF8.GetBytes(text)]);

    internal SupervisedWorker Run(TestRoom room, WorkerOptions? options = null) => Launch.With(options ?? Options, TimeProvider.System)
        .Supervise(Launch.Spec("Echo") with { PluginDirectory = _folder.FullName, Limits = Limits }, room);

    /// <summary>Little for a process that never gets ready, and enough for all others.</summary>
    internal WorkerLimits Limits { get; init; } = Launch.Generous;

    public void Dispose() => _folder.Delete(recursive: true);
}
