using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace PluginRoom.Host.Settings;

/// <summary>One run of the host, from its settings to its end.</summary>
internal sealed class HostRun(TextWriter output, Func<HostSettings, WebApplication> build)
{
    /// <exception cref="StartupException">It cannot start, for a reason that the operator can put right.</exception>
    public async Task RunAsync(HostSettings settings, CancellationToken stop)
    {
        ProbePort(settings);
        using var dataFolder = DataFolderLock.Take(settings.DataFolder);
        await ServeAsync(settings, stop);
    }

    private async Task ServeAsync(HostSettings settings, CancellationToken stop)
    {
        await using var app = build(settings);
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception e) when (Socket(e) is { } socket)
        {
            throw PortRefused(settings, socket);
        }

        await Announcement.WriteAsync(output, app);
        await app.WaitForShutdownAsync(stop);
    }

    // Before anything is started, so that a second start by mistake is told about the port and nothing else.
    private static void ProbePort(HostSettings settings)
    {
        if (settings.Port == 0)
            return;
        using var listener = new TcpListener(settings.Listen, settings.Port);
        try
        {
            listener.Start();
        }
        catch (SocketException e)
        {
            throw PortRefused(settings, e.SocketErrorCode);
        }
    }

    private static SocketError? Socket(Exception e) => e switch
    {
        AddressInUseException => SocketError.AddressAlreadyInUse,
        SocketException socket => socket.SocketErrorCode,
        { InnerException: { } inner } => Socket(inner),
        _ => null,
    };

    private static StartupException PortRefused(HostSettings settings, SocketError reason)
    {
        var end = new IPEndPoint(settings.Listen, settings.Port);
        return new StartupException(reason switch
        {
            SocketError.AddressAlreadyInUse => $"Port {settings.Port} is in use on {settings.Listen}. Stop what uses it or choose another with --port.",
            SocketError.AccessDenied => $"Listening on {end} is not permitted. Choose a port from 1024 on with --port.",
            SocketError.AddressNotAvailable => $"{settings.Listen} is not an address of this machine. Choose one that is with --listen.",
            _ => $"Listening on {end} failed ({reason}). Choose another address with --listen or another port with --port.",
        });
    }
}
