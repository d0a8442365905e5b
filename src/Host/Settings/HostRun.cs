using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace PluginRoom.Host.Settings;

/// <summary>From the command line to the exit code. Whatever the operator can put right is one line on standard error and exit code 2.</summary>
internal sealed class HostRun(
    TextWriter output,
    TextWriter error,
    Func<string, string?> environment,
    Func<HostSettings, WebApplication> build)
{
    private const int CannotStart = 2;

    public async Task<int> RunAsync(string[] args, CancellationToken stop = default)
    {
        var options = new HostOptions();
        var commandLine = options.Parse(args);
        if (commandLine.Errors.Count > 0)
            return Refuse($"{commandLine.Errors[0].Message} See --help.");

        // Only --help and --version bring an action of their own.
        if (commandLine.Action is not null)
            return await commandLine.InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, stop);
        try
        {
            var settings = new SettingsReader(options, commandLine, environment).Read();
            ProbePort(settings);
            using var dataFolder = DataFolderLock.Take(settings.DataFolder);
            await ServeAsync(settings, stop);
            return 0;
        }
        catch (StartupException e)
        {
            return Refuse(e.Message);
        }
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

    private int Refuse(string message)
    {
        // Messages of the system may have line breaks; one line is what scripts and people can rely on.
        error.WriteLine(message.ReplaceLineEndings(" "));
        error.Flush();
        return CannotStart;
    }
}
