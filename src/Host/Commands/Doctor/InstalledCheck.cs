using System.Runtime.InteropServices;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;

namespace PluginRoom.Host.Commands.Doctor;

/// <summary>What of the system the host uses, and how to get what is missing.</summary>
internal sealed class InstalledCheck(WorkerOptions options, DebianPackages packages)
{
    private const string Part = "installed";

    public IEnumerable<Finding> Look()
    {
        yield return Finding.Ok(Part, "PluginRoom", typeof(InstalledCheck).Assembly.GetName().Version!.ToString(3));
        yield return Finding.Ok(Part, ".NET", $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}");
        if (!OperatingSystem.IsLinux())
            yield return Finding.Problem(Part, "system", "Plugins run on Linux only.");
        yield return Look("bubblewrap", File.Exists(options.BubblewrapPath), "the strongest sandbox needs it", isNeeded: false);
        yield return Look("libseccomp2", NativeLibrary.TryLoad(options.SeccompLibrary, out _), "no plugin's server side runs without it", isNeeded: true);
        yield return Look(
            "libjavascriptcoregtk-4.1-0", RuntimeReadiness.Missing(ServerRuntime.Javascript) is null, "plugins in JavaScript need it", isNeeded: false);
        yield return File.Exists(options.WorkerPath)
            ? Finding.Ok(Part, "worker", "built")
            : Finding.Problem(Part, "worker", "PluginRoom.Worker.dll is missing.", "./run");
    }

    private Finding Look(string package, bool isThere, string what, bool isNeeded)
    {
        if (isThere)
            return Finding.Ok(Part, package, packages.VersionOf(package) ?? "there (not from a Debian package)");
        var remedy = packages.IsDebian ? $"apt install {package}" : $"Install {package} with your system's package tool.";
        return isNeeded ? Finding.Problem(Part, package, $"missing; {what}", remedy) : Finding.Warning(Part, package, $"missing; {what}", remedy);
    }
}
