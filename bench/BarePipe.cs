using System.Diagnostics;
using PluginRoom.Host.Workers.Sandbox.Spawning;

namespace PluginRoom.Bench;

/// <summary>What a round trip through two pipes costs without frames, sandbox or plugin: a child that writes back what it reads.</summary>
internal static class BarePipe
{
    internal const int MessageBytes = 200;

    internal static int EchoForever()
    {
        using var input = new DescriptorStream(0);
        var buffer = new byte[4096];
        while (input.Read(buffer) is > 0 and var read)
            Write(1, buffer.AsSpan(0, read));
        return 0;
    }

    internal static async Task<Samples> MeasureAsync(int warmUp, int rounds)
    {
        var child = await ChildProcess.StartAsync(new(
            Environment.ProcessPath!, Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
                ? [typeof(BarePipe).Assembly.Location, "echo-child"]
                : ["echo-child"]));
        return await Task.Factory.StartNew(() => Measure(child, warmUp, rounds), TaskCreationOptions.LongRunning);
    }

    private static Samples Measure(ChildProcess child, int warmUp, int rounds)
    {
        using var output = new DescriptorStream(child.Output);
        var message = new byte[MessageBytes];
        var samples = new Samples(rounds);
        for (var round = -warmUp; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            Write(child.Input, message);
            for (var got = 0; got < MessageBytes;)
                got += output.Read(message.AsSpan(got)) is > 0 and var read ? read : throw new EndOfStreamException("The echo child ended.");
            if (round >= 0)
                samples.Add(start);
        }

        child.Kill();
        child.Wait();
        return samples;
    }

    private static unsafe void Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* first = bytes)
        {
            var vector = new Libc.IoVector { Start = first, Length = (nuint)bytes.Length };
            if (Libc.WriteVector(descriptor, &vector, 1) != bytes.Length)
                throw new IOException("The pipe did not take a small message.");
        }
    }
}
