using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using PluginRoom.Host.Commands.Doctor;
using PluginRoom.Host.Settings;
using Xunit;

namespace PluginRoom.Host.Tests.Commands.Doctor;

[UnsupportedOSPlatform("windows")]
public sealed class DoctorTests : IDisposable
{
    private const string Secret = "SECRETsecretSECRET";
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pluginroom-doctor-test-");
    private readonly Dictionary<string, string> _environment = [];

    public DoctorTests()
    {
        _environment["PLUGINROOM_DATA"] = _data.FullName;
        _environment["PLUGINROOM_WORKER"] = BuiltParts.WorkerAssembly;
    }

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task On_a_machine_that_has_everything_both_engines_really_start_and_nothing_is_a_problem()
    {
        var (exit, findings) = await Look("--port", "0");

        Assert.Equal(0, exit);
        Assert.All([".NET", "JavaScriptCore"], engine => Assert.StartsWith("starts, in ", Words(findings, "engines", engine), StringComparison.Ordinal));
        Assert.StartsWith("run in tier 1", Words(findings, "sandbox", "plugins"), StringComparison.Ordinal);
        Assert.Equal("ok", (string?)Of(findings, "places", "disk")["status"]);
    }

    [Fact]
    public async Task What_is_configured_is_looked_at_and_no_secret_is_shown()
    {
        await using var turn = new FakeTurn { Relay = IPAddress.Parse("10.9.8.7") };
        _environment["PLUGINROOM_ICE_SERVERS"] = $$"""
            [ { "urls": ["turn:127.0.0.1:{{turn.UdpPort}}"], "username": "{{FakeTurn.User}}", "credential": "{{FakeTurn.Credential}}" },
              { "urls": ["turn:127.0.0.1:{{turn.TcpPort}}?transport=tcp"], "username": "{{FakeTurn.User}}", "credential": "{{Secret}}" } ]
            """;
        var keys = Path.Combine(_data.FullName, "keys.json");
        File.WriteAllText(keys, $$"""[ { "plugin": "org.example.a", "sink": "api", "url": "https://api.example.org/", "header": "authorization", "value": "{{Secret}}" } ]""");

        File.SetUnixFileMode(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var run = await CommandRun.With(_environment, "doctor", "--json", "--port", "0", "--sink-credentials", keys);

        Assert.Equal(1, run.ExitCode);
        var findings = JsonNode.Parse(run.Output)!["findings"]!.AsArray();
        Assert.StartsWith("relays, with the credential", Words(findings, "connections", $"turn:127.0.0.1:{turn.UdpPort}"), StringComparison.Ordinal);
        Assert.Contains("401", Words(findings, "connections", $"turn:127.0.0.1:{turn.TcpPort}?transport=tcp"), StringComparison.Ordinal);
        Assert.All([Secret, FakeTurn.Credential, "10.9.8.7"], hidden => Assert.DoesNotContain(hidden, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_port_in_use_is_a_problem_unless_the_host_itself_uses_it()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = $"{((IPEndPoint)other.LocalEndpoint).Port}";

        Assert.Equal("problem", (string?)Of((await Look("--port", port)).Findings, "places", "port")["status"]);
        using var host = DataFolderLock.Take(_data.FullName);
        Assert.Equal("ok", (string?)Of((await Look("--port", port)).Findings, "places", "port")["status"]);
    }

    [Fact]
    public async Task An_option_that_keeps_the_host_from_starting_is_a_finding_and_the_rest_is_looked_at()
    {
        var (exit, findings) = await Look("--plugin-limits", "memory=1");

        Assert.Equal(1, exit);
        Assert.Contains("--plugin-limits", Words(findings, "settings", "options"), StringComparison.Ordinal);
        Assert.StartsWith("starts, in ", Words(findings, "engines", ".NET"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_worker_it_says_what_to_do()
    {
        _environment["PLUGINROOM_WORKER"] = "/nowhere/PluginRoom.Worker.dll";

        var run = await CommandRun.With(_environment, "doctor", "--port", "0");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("-> ./run", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"\d+ problems, \d+ warnings?\n$", run.Output);
    }

    [Theory]
    [InlineData(0, "problem")]
    [InlineData(-400, "problem")]
    [InlineData(400, "ok")]
    [InlineData(4000, "problem")]
    public void A_clock_before_the_build_or_far_behind_it_is_wrong(int days, string status)
    {
        var built = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
        var now = days == 0 ? DateTimeOffset.UnixEpoch : built.AddDays(days);

        var clock = new MachineCheck(new StoppedClock(now), 4L << 30, built).Look().Single(finding => finding.Name == "clock");

        Assert.Equal(status, clock.Status.ToString().ToLowerInvariant());
    }

    [Fact]
    public void Versions_come_from_the_systems_own_list_and_what_was_removed_is_not_there()
    {
        var list = Path.Combine(_data.FullName, "status");
        File.WriteAllText(list, "Package: bubblewrap\nStatus: install ok installed\nVersion: 0.8.0-2\nDescription: a\n b: c\n\nPackage: libseccomp2\nStatus: deinstall ok config-files\nVersion: 2.5\n");

        var packages = new DebianPackages(list);

        Assert.Equal(("0.8.0-2", null), (packages.VersionOf("bubblewrap"), packages.VersionOf("libseccomp2")));
    }

    private async Task<(int Exit, JsonArray Findings)> Look(params string[] options)
    {
        var run = await CommandRun.With(_environment, ["doctor", "--json", .. options]);
        Assert.Equal("", run.Error);
        return (run.ExitCode, JsonNode.Parse(run.Output)!["findings"]!.AsArray());
    }

    private static JsonNode Of(JsonArray findings, string part, string name) =>
        findings.Single(finding => (string?)finding!["part"] == part && (string?)finding["name"] == name)!;

    private static string? Words(JsonArray findings, string part, string name) => (string?)Of(findings, part, name)["words"];

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
