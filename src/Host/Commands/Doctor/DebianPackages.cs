namespace PluginRoom.Host.Commands.Doctor;

/// <summary>Versions of installed packages, out of dpkg's own list (deb-control(5)).</summary>
internal sealed class DebianPackages(string statusFile = "/var/lib/dpkg/status")
{
    private readonly Dictionary<string, string> _versions = Read(statusFile);

    public bool IsDebian => _versions.Count > 0;

    /// <summary>Null: not installed by a package.</summary>
    public string? VersionOf(string package) => _versions.GetValueOrDefault(package);

    private static Dictionary<string, string> Read(string file)
    {
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(file))
            return versions;
        var (package, isInstalled) = ("", false);
        foreach (var line in File.ReadLines(file))
        {
            if (line.Split(": ", 2) is not [var field, var value])
                continue;
            if (field == "Package")
                (package, isInstalled) = (value, false);
            else if (field == "Status")
                isInstalled = value.EndsWith(" installed", StringComparison.Ordinal);
            else if (field == "Version" && isInstalled)
                versions[package] = value;
        }

        return versions;
    }
}
