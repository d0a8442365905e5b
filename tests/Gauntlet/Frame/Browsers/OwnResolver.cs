using System.Net;

namespace PluginRoom.Gauntlet.Frame.Browsers;

/// <summary>
/// Starts a browser with a resolv.conf of its own, so that every name it asks for is asked at the canary. Needs bubblewrap; where
/// there is no name server, the browser starts as it is and names are not counted.
/// </summary>
internal static class OwnResolver
{
    /// <summary>A script in <paramref name="folder"/> that starts <paramref name="program"/> with whatever arguments it gets.</summary>
    public static string Wrap(string folder, string program, IPAddress? nameServer)
    {
        var script = Path.Combine(folder, "start-browser");
        var prefix = nameServer is null ? "" : Prefix(folder, nameServer);
        File.WriteAllText(script, $"#!/bin/sh\nexec {prefix}\"{program}\" \"$@\"\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return script;
    }

    private static string Prefix(string folder, IPAddress nameServer)
    {
        var file = Path.Combine(folder, "resolv.conf");
        File.WriteAllText(file, $"nameserver {nameServer}\noptions timeout:2 attempts:1\n");
        var target = File.ResolveLinkTarget("/etc/resolv.conf", returnFinalTarget: true)?.FullName ?? "/etc/resolv.conf";
        // Without --die-with-parent: it means the parent's thread, and the pool's threads come and go.
        return $"bwrap --dev-bind / / --ro-bind \"{file}\" \"{target}\" -- ";
    }
}
