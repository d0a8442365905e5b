using System.CommandLine;
using System.Globalization;
using System.Net;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Network;
using PluginRoom.Host.Logging;
using PluginRoom.Host.Plugins.Limits;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Storage;
using PluginRoom.Host.Telemetry;
using PluginRoom.Host.Trust;
using PluginRoom.Host.Trust.Policy;
using PluginRoom.Host.Workers.Sandbox;

namespace PluginRoom.Host.Settings;

/// <summary>Reads each setting from its option, else from its environment variable, else from its default, and checks it.</summary>
internal sealed class SettingsReader(SettingOptions options, ParseResult commandLine, Func<string, string?> environment)
{
    private const int DefaultPort = 5170;

    public HostSettings Read()
    {
        var (listen, port) = (ReadListen(), ReadPort());
        var data = ReadDataFolder();
        return new HostSettings(
            listen,
            port,
            ReadPluginsFolder(data),
            data,
            Path.GetFullPath(Environment("PLUGINROOM_WEB") ?? BuiltParts.WebFolder),
            Path.GetFullPath(Environment("PLUGINROOM_WORKER") ?? BuiltParts.WorkerAssembly))
        {
            EgressAllowance = ReadEgressAllowance(),
            SinkCredentials = ReadSinkCredentials(),
            TrustPolicy = TrustPolicySetting.Read(Find(options.TrustPolicy, "PLUGINROOM_TRUST_POLICY"), IsLoopbackOnly(listen)),
            BundledPlugins = BundledPlugins.Read(BuiltParts.BundledPlugins),
            StorageLimits = Find(options.StorageLimits, "PLUGINROOM_STORAGE_LIMITS") is var (limits, source) ? StorageLimitsReader.Read(limits, source) : new(),
            Collector = TelemetryServices.ReadCollector(Find(options.OtlpEndpoint, "PLUGINROOM_OTLP_ENDPOINT")),
            Log = LogSettingsReader.Read(
                Find(options.LogFormat, "PLUGINROOM_LOG_FORMAT"),
                Find(options.LogLevel, "PLUGINROOM_LOG_LEVEL"),
                Find(options.LogPluginOutput, "PLUGINROOM_LOG_PLUGIN_OUTPUT")),
            Rooms = RoomSettingsReader.Read(environment),
            SandboxFloor = ReadSandboxFloor(),
            PluginLimits = ReadPluginLimits(),
            FrameOrigins = FrameOriginsReader.Read(
                Find(options.PageOrigin, "PLUGINROOM_PAGE_ORIGIN"), Find(options.PluginOrigin, "PLUGINROOM_PLUGIN_ORIGIN")),
        };
    }

    public LimitCeiling ReadPluginLimits() => Find(options.PluginLimits, "PLUGINROOM_PLUGIN_LIMITS") is var (text, source)
        ? LimitCeilingReader.Read(text, source)
        : LimitCeiling.None;

    // Whoever names an address of the page means people elsewhere, whatever the host itself listens on.
    private bool IsLoopbackOnly(IPAddress listen) =>
        IPAddress.IsLoopback(listen)
        && (Find(options.PageOrigin, "PLUGINROOM_PAGE_ORIGIN") is not var (page, _) || (Uri.TryCreate(page, UriKind.Absolute, out var uri) && uri.IsLoopback));

    private int ReadPort()
    {
        if (Find(options.Port, "PLUGINROOM_PORT") is not var (text, source))
            return DefaultPort;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort
            ? port
            : throw new StartupException($"{source} must be a number from 0 to 65535, but is '{text}'.");
    }

    private SandboxTier ReadSandboxFloor() => Find(options.SandboxFloor, "PLUGINROOM_SANDBOX_FLOOR") switch
    {
        null => SandboxTier.Landlock,
        ("1", _) => SandboxTier.Namespaces,
        ("2", _) => SandboxTier.Landlock,
        ("0", _) => SandboxTier.None,
        var (text, source) => throw new StartupException(
            $"{source} must be 1 (bubblewrap only), 2 (Landlock as well) or 0 (no confinement at all), but is '{text}'."),
    };

    private IPAddress ReadListen()
    {
        if (Find(options.Listen, "PLUGINROOM_LISTEN") is not var (text, source) || text == "localhost")
            return IPAddress.Loopback;

        // IPAddress.Parse also takes "1" for 0.0.0.1, which nobody means.
        return IPAddress.TryParse(text, out var address) && (text.Contains(':') || text.Count(c => c == '.') == 3)
            ? address
            : throw new StartupException(
                $"{source} must be an IP address of this machine, such as 127.0.0.1 or 0.0.0.0 for all of them, but is '{text}'.");
    }

    private EgressAllowance ReadEgressAllowance()
    {
        if (Find(options.EgressAllow, "PLUGINROOM_EGRESS_ALLOW") is not var (text, source))
            return EgressAllowance.None;
        return EgressAllowance.Parse(text, out var problem)
            ?? throw new StartupException($"{source} is a list of hosts and networks separated by commas, but {problem}.");
    }

    public bool HasSinkCredentials => Find(options.SinkCredentials, "PLUGINROOM_SINK_CREDENTIALS") is not null;

    private SinkCredentials ReadSinkCredentials()
    {
        if (Find(options.SinkCredentials, "PLUGINROOM_SINK_CREDENTIALS") is not var (text, source))
            return SinkCredentials.None;
        var file = FullPath(text, source);
        return SinkCredentials.Read(file, out var problem)
            ?? throw new StartupException($"{source} names {file}, but {problem}.");
    }

    /// <summary>The data folder of a host that was started before.</summary>
    public string ReadExistingDataFolder()
    {
        var folder = ReadDataPath();
        return Directory.Exists(folder)
            ? folder
            : throw new StartupException($"There is no data folder {folder}. Name the one that the host is started with by --data.");
    }

    private string ReadDataPath()
    {
        var (text, source) = Find(options.Data, "PLUGINROOM_DATA") ?? ("data", "--data");
        return FullPath(text, source);
    }

    private string ReadDataFolder()
    {
        var folder = ReadDataPath();
        try
        {
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(
                Path.Combine(folder, $".probe-{System.Environment.ProcessId}"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The data folder {folder} cannot be written ({e.Message}). Make it writable or choose another with --data.", e);
        }
    }

    private string ReadPluginsFolder(string dataFolder)
    {
        if (Find(options.Plugins, "PLUGINROOM_PLUGINS") is not var (text, source))
            return Directory.CreateDirectory(Path.Combine(dataFolder, "plugins")).FullName;
        var folder = FullPath(text, source);
        if (!Directory.Exists(folder))
            throw new StartupException($"The plugins folder {folder} does not exist. Create it or name another with --plugins.");
        try
        {
            _ = Directory.EnumerateFileSystemEntries(folder).Any();
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The plugins folder {folder} cannot be read ({e.Message}). Allow reading it or name another with --plugins.", e);
        }
    }

    private static string FullPath(string text, string source)
    {
        if (text.Contains('\0'))
            throw new StartupException($"{source} must be a folder, but contains a NUL character.");
        return Path.GetFullPath(text);
    }

    private (string Text, string Source)? Find(Option<string?> option, string variable)
    {
        var (text, source) = commandLine.GetResult(option) is not null
            ? (commandLine.GetValue(option), option.Name)
            : (environment(variable), variable);
        if (text is null)
            return null;
        return text.Trim() is { Length: > 0 } trimmed
            ? (trimmed, source)
            : throw new StartupException($"{source} is empty. Give it a value or leave it out.");
    }

    private string? Environment(string variable) => environment(variable) is { Length: > 0 } text ? text : null;
}
