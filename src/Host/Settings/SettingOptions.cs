using System.CommandLine;

namespace PluginRoom.Host.Settings;

/// <summary>The command line. Values stay text here, so that an option and its environment variable are read by the same code.</summary>
internal sealed class SettingOptions
{
    public Option<string?> Port { get; } = new("--port")
    {
        HelpName = "N",
        Description = "Port to listen on; 0 picks a free one. Default 5170. (PLUGINROOM_PORT)",
    };

    public Option<string?> Plugins { get; } = new("--plugins")
    {
        HelpName = "DIR",
        Description = "Folder that is watched for plugins. Default: 'plugins' in the data folder. (PLUGINROOM_PLUGINS)",
    };

    public Option<string?> Data { get; } = new("--data")
    {
        HelpName = "DIR",
        Description = "Folder for what the host keeps. Default: 'data'. (PLUGINROOM_DATA)",
    };

    public Option<string?> Listen { get; } = new("--listen")
    {
        HelpName = "ADDRESS",
        Description = "IP address to listen on. Default 127.0.0.1, this machine only. (PLUGINROOM_LISTEN)",
    };

    public Option<string?> SandboxFloor { get; } = new("--sandbox-floor")
    {
        HelpName = "1|2|0",
        Description = "The weakest confinement in which plugins' server sides may run: 1 bubblewrap, 2 Landlock as well, 0 none at all. "
            + "Default 2. (PLUGINROOM_SANDBOX_FLOOR)",
    };

    public Option<string?> PluginLimits { get; } = new("--plugin-limits")
    {
        HelpName = "LIST",
        Description = "The most that a plugin's server side may ask for, such as memoryMb=256,cpuPercent=50. Default: what a manifest can state. "
            + "(PLUGINROOM_PLUGIN_LIMITS)",
    };

    public Option<string?> PluginOrigin { get; } = new("--plugin-origin")
    {
        HelpName = "URL",
        Description = "Serves plugins' windows under a host name of another site, such as https://plugins.example.net, so that browsers give them "
            + "a process of their own. Needs --page-origin. (PLUGINROOM_PLUGIN_ORIGIN)",
    };

    public Option<string?> PageOrigin { get; } = new("--page-origin")
    {
        HelpName = "URL",
        Description = "Where people open the page, such as https://meet.example.org. Needed with --plugin-origin only. (PLUGINROOM_PAGE_ORIGIN)",
    };

    public Option<string?> EgressAllow { get; } = new("--egress-allow")
    {
        HelpName = "LIST",
        Description = "Hosts and networks inside yours that plugins may reach if their manifest declares it, such as intranet.example.org,10.1.0.0/16. "
            + "Default: none; only public addresses. (PLUGINROOM_EGRESS_ALLOW)",
    };

    public Option<string?> SinkCredentials { get; } = new("--sink-credentials")
    {
        HelpName = "FILE",
        Description = "Keys that the host adds to plugins' requests without showing them to the plugins; see docs/operating.md. Default: none. (PLUGINROOM_SINK_CREDENTIALS)",
    };

    public Option<string?> TrustPolicy { get; } = new("--trust-policy")
    {
        HelpName = "FILE",
        Description = "Which plugins are taken: whether unsigned ones are, whose signatures, how long an update waits; see docs/operating.md. "
            + "Default: signed ones, and unsigned ones where only this machine reaches the host. (PLUGINROOM_TRUST_POLICY)",
    };

    public Option<string?> LogFormat { get; } = new("--log-format")
    {
        HelpName = "text|json",
        Description = "Lines for people, or JSON lines for programs. Default text. (PLUGINROOM_LOG_FORMAT)",
    };

    public Option<string?> LogLevel { get; } = new("--log-level")
    {
        HelpName = "LEVEL",
        Description = "The least that is logged: trace, debug, information, warning or error. No level has personal data. Default information. (PLUGINROOM_LOG_LEVEL)",
    };

    public Option<string?> LogPluginOutput { get; } = new("--log-plugin-output")
    {
        HelpName = "yes|no",
        Description = "Logs what plugins' server sides print, for whoever writes one. It may hold what people said. Default no. (PLUGINROOM_LOG_PLUGIN_OUTPUT)",
    };

    public Option<string?> StorageLimits { get; } = new("--storage-limits")
    {
        HelpName = "LIST",
        Description = "How much plugins may keep: pluginMb and entries of one plugin in one room, hostMb of all, and at most how many days beyond a room's end. "
            + "Default: pluginMb=8,entries=1000,hostMb=1024,days=30. (PLUGINROOM_STORAGE_LIMITS)",
    };

    public Option<string?> OtlpEndpoint { get; } = new("--otlp-endpoint")
    {
        HelpName = "URL",
        Description = "Your collector of metrics and traces, OpenTelemetry's protocol over HTTP, such as http://127.0.0.1:4318; see docs/telemetry.md. "
            + "Default: none; nothing is sent. (PLUGINROOM_OTLP_ENDPOINT)",
    };

    public RootCommand Command { get; }

    public SettingOptions()
    {
        Command = new RootCommand("A self-hosted video conference whose plugins get only the data that people allow. Without a command it runs.")
        {
            HelpName = "pluginroom",
        };
        foreach (var option in All)
            Command.Add(option);
    }

    /// <summary>What the host itself can be told.</summary>
    public IReadOnlyList<Option<string?>> All =>
    [
        Port, Plugins, Data, Listen, SandboxFloor, PluginLimits, PluginOrigin, PageOrigin, EgressAllow, SinkCredentials, TrustPolicy,
        LogFormat, LogLevel, LogPluginOutput, OtlpEndpoint, StorageLimits,
    ];

    // An argument that starts with @ is a value, never a file to read more arguments from.
    public ParseResult Parse(string[] args) => Command.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
}
