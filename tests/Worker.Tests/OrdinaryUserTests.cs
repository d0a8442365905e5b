using System.Diagnostics;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests;

/// <summary>Both tiers for a host without any rights: these tests once more, by the user nobody, in a copy that everybody can read.</summary>
public sealed class OrdinaryUserTests : IDisposable
{
    private const string Nobody = "65534";

    // Not by CreateTempSubdirectory, which lets nobody else in.
    private readonly DirectoryInfo _copy = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "pluginroom-nobody-" + Guid.NewGuid()));

    [Fact]
    public async Task Both_tiers_hold_when_the_host_runs_as_an_ordinary_user()
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        foreach (var part in (string[])["bin/Worker/" + configuration, "bin/Worker.Tests/" + configuration, "test-plugins/Snoop", "test-plugins/Echo"])
            Copy(Launch.Built(part), Path.Combine(_copy.FullName, part));
        var tests = Path.Combine(_copy.FullName, "bin/Worker.Tests", configuration, "PluginRoom.Worker.Tests");

        var (exitCode, output) = await RunAsync(
            [tests, "-method", "*This_machine_confines_workers", "-method", "*A_plugin_gets_hold_of_nothing", "-method", "*runs_in_tier_2*"]);

        Assert.True(exitCode == 0, output);
        // Two tiers tried, attacked twice, and one worker.
        Assert.Contains("Total: 5, Errors: 0, Failed: 0, Skipped: 0", output, StringComparison.Ordinal);
    }

    public void Dispose() => _copy.Delete(recursive: true);

    private static async Task<(int ExitCode, string Output)> RunAsync(string[] command)
    {
        string[] line = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid", Nobody, "--regid", Nobody, "--clear-groups", "--", .. command]
            : command;
        using var process = Process.Start(new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, WorkingDirectory = "/" })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }

    private static void Copy(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories).Prepend(from))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }
}
