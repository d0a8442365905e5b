using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PluginRoom.Host.Settings;

namespace PluginRoom.Host.Commands.Doctor;

/// <summary>Where the host listens and writes.</summary>
internal sealed class PlaceCheck(HostSettings settings)
{
    private const string Part = "places";
    private const long LittleSpace = 1L << 30;
    private const long TooLittleSpace = 64L << 20;

    public IEnumerable<Finding> Look()
    {
        var runs = HostRuns();
        yield return Port(runs);
        yield return Listening();
        yield return runs ? Finding.Ok(Part, "data folder", "writable, and in use by a host that runs") : Finding.Ok(Part, "data folder", "writable, not in use");
        yield return Space();
        yield return Plugins();
    }

    private bool HostRuns()
    {
        try
        {
            DataFolderLock.Take(settings.DataFolder).Dispose();
            return false;
        }
        catch (StartupException)
        {
            return true;
        }
    }

    private Finding Port(bool hostRuns)
    {
        var end = new IPEndPoint(settings.Listen, settings.Port);
        using var listener = new TcpListener(end);
        try
        {
            listener.Start();
            return Finding.Ok(Part, "port", $"{end} is free");
        }
        catch (SocketException failure) when (failure.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return hostRuns
                ? Finding.Ok(Part, "port", $"{end} is in use, and a host runs on this data folder")
                : Finding.Problem(Part, "port", $"{end} is in use by something else", $"ss -ltnp 'sport = :{settings.Port}' shows by what; or choose another with --port.");
        }
        catch (SocketException failure)
        {
            return Finding.Problem(
                Part, "port", $"this account cannot listen on {end} ({failure.SocketErrorCode})", "Choose a port from 1024 on with --port, and an address of this machine with --listen.");
        }
    }

    private Finding Listening() => IPAddress.IsLoopback(settings.Listen)
        ? Finding.Ok(Part, "address", "this machine only; a reverse proxy with TLS brings others in")
        : Finding.Warning(
            Part, "address", "other machines reach it without TLS, and browsers give cameras to secure pages only", "Listen on 127.0.0.1 behind a reverse proxy with TLS.");

    private Finding Space()
    {
        var free = new DriveInfo(settings.DataFolder).AvailableFreeSpace;
        var words = string.Create(CultureInfo.InvariantCulture, $"{free >> 20} MB free for the data folder");
        return free < TooLittleSpace ? Finding.Problem(Part, "disk", words, "Make room: plugins are copied there, and store there.")
            : free < LittleSpace ? Finding.Warning(Part, "disk", words, "Make room before it is full.")
            : Finding.Ok(Part, "disk", words);
    }

    private Finding Plugins()
    {
        var count = Directory.EnumerateDirectories(settings.PluginsFolder).Count(static folder => !Path.GetFileName(folder).StartsWith('.'));
        return count == 0
            ? Finding.Warning(Part, "plugins folder", "empty", "Copy a plugin's folder into it.")
            : Finding.Ok(Part, "plugins folder", $"{count} folders; pluginroom validate judges them");
    }
}
