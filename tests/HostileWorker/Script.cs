using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PluginRoom.HostileWorker;

/// <summary>One line of a script: a verb, and bytes in hexadecimal digits.</summary>
internal static partial class Script
{
    private const int PingType = 5;
    private const int ShutdownType = 6;
    private const byte PongType = 67;
    private const byte AgeBytes = 8;
    private static readonly FileStream Input = Standard(0, FileAccess.Read);
    private static readonly FileStream Output = Standard(1, FileAccess.Write);
    private static readonly FileStream Error = Standard(2, FileAccess.Write);

    internal static void Play(string line)
    {
        var words = line.Split(' ');
        var bytes = Convert.FromHexString(words.Length > 1 ? words[1] : "");
        switch (words[0])
        {
            case "write":
                Output.Write(bytes);
                break;
            case "bytes":
                foreach (var one in bytes)
                    Output.WriteByte(one);
                break;
            case "interleave":
                Interleave(bytes, Convert.FromHexString(words[2]));
                break;
            case "flood":
                Forever(Output, bytes);
                break;
            case "shout":
                Forever(Error, bytes);
                break;
            case "serve":
                Serve(pongs: 1);
                break;
            case "stutter":
                Serve(pongs: 2);
                break;
            case "close":
                CloseOutput();
                break;
            case "hang":
                new ManualResetEventSlim().Wait();
                break;
            case "exit":
                Environment.Exit(bytes[0]);
                break;
            default:
                throw new NotSupportedException(line);
        }
    }

    /// <summary>Two threads, each a byte at a time.</summary>
    private static void Interleave(byte[] one, byte[] other)
    {
        using var both = new Barrier(2);
        void Write(byte[] bytes)
        {
            foreach (var next in bytes)
            {
                both.SignalAndWait();
                Output.WriteByte(next);
            }

            both.RemoveParticipant();
        }

        var second = new Thread(() => Write(other));
        second.Start();
        Write(one);
        second.Join();
    }

    private static void Forever(FileStream stream, byte[] bytes)
    {
        while (true)
            stream.Write(bytes);
    }

    /// <summary>Does nothing but what keeps a worker alive.</summary>
    private static void Serve(int pongs)
    {
        var header = new byte[12];
        while (true)
        {
            Input.ReadExactly(header);
            Input.ReadExactly(new byte[BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8))]);
            if (header[0] == ShutdownType)
                Environment.Exit(0);
            if (header[0] != PingType)
                continue;
            byte[] pong = [PongType, 0, 0, 0, .. header[4..8], AgeBytes, 0, 0, 0, .. new byte[AgeBytes]];
            for (var count = 0; count < pongs; count++)
                Output.Write(pong);
        }
    }

    // The runtime keeps a second descriptor of its own.
    private static void CloseOutput()
    {
        var pipe = File.ResolveLinkTarget("/proc/self/fd/1", returnFinalTarget: false)!.Name;
        foreach (var link in Directory.GetFiles("/proc/self/fd"))
        {
            if (new FileInfo(link).LinkTarget is { } target && target.EndsWith(pipe, StringComparison.Ordinal))
                _ = Close(int.Parse(Path.GetFileName(link), CultureInfo.InvariantCulture));
        }
    }

    private static FileStream Standard(int descriptor, FileAccess access) =>
        new(new SafeFileHandle(descriptor, ownsHandle: false), access, bufferSize: 0);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
