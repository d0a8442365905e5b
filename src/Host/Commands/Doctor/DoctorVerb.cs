using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using PluginRoom.Host.Commands.Doctor.Turn;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Workers;

namespace PluginRoom.Host.Commands.Doctor;

/// <summary><c>pluginroom doctor</c>: would the host run well here, with these options? Nothing of it is about people, and no secret is shown.</summary>
internal sealed class DoctorVerb : HostVerb
{
    private readonly Option<bool> _json = new("--json") { Description = "The result as JSON." };
    private readonly SettingOptions _options;
    private readonly Func<string, string?> _environment;

    public DoctorVerb(SettingOptions options, Func<string, string?> environment)
        : base("doctor", "Look at this machine as the host would: what is installed, the sandbox, engines, ports, folders, STUN and TURN.")
    {
        (_options, _environment) = (options, environment);
        Add(_json);
        foreach (var option in options.All)
            Add(option);
    }

    protected override async Task<int> RunAsync(ParseResult commandLine, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var reader = new SettingsReader(_options, commandLine, _environment);
        var findings = new List<Finding>();
        var settings = Read(reader.Read, findings);
        findings.AddRange(Machine().Look());
        var workers = new WorkerOptions
        {
            WorkerPath = settings?.WorkerAssembly ?? Path.GetFullPath(_environment("PLUGINROOM_WORKER") ?? BuiltParts.WorkerAssembly),
            Floor = settings?.SandboxFloor ?? new WorkerOptions { WorkerPath = "" }.Floor,
        };
        findings.AddRange(new InstalledCheck(workers, new DebianPackages()).Look());
        var launcher = new WorkerLauncher(workers, TimeProvider.System, NullLogger<WorkerLauncher>.Instance);
        findings.AddRange(await new SandboxCheck(launcher).LookAsync(stop));
        findings.AddRange(await new EngineCheck(launcher, workers.WorkerPath).LookAsync(stop));
        if (settings is not null)
            findings.AddRange([.. new PlaceCheck(settings).Look(), .. new SettingsCheck(settings).Look(reader.HasSinkCredentials)]);
        if (settings?.Rooms is { } rooms)
            findings.AddRange(await new IceCheck(rooms, new IceProbe()).LookAsync(stop));
        await (commandLine.GetValue(_json) ? DoctorReport.WriteJsonAsync(output, findings) : DoctorReport.WriteTextAsync(output, findings));
        return DoctorReport.IsGood(findings) ? ExitCode.Good : ExitCode.NotGood;
    }

    // What keeps the host from starting is the first thing to know, and no reason not to look at the rest.
    private static HostSettings? Read(Func<HostSettings> read, List<Finding> findings)
    {
        try
        {
            return read();
        }
        catch (StartupException wrong)
        {
            findings.Add(Finding.Problem("settings", "options", wrong.Message));
            return null;
        }
    }

    private static MachineCheck Machine() => new(
        TimeProvider.System,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
        File.GetLastWriteTimeUtc(typeof(DoctorVerb).Assembly.Location));
}
