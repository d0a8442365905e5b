using System.Diagnostics;
using PluginRoom.Host.Workers.Sandbox.Spawning;

namespace PluginRoom.Bench;

/// <summary>What a round trip through two pipes costs without frames, sandbox or plugin: a child that writes back what it reads.</summary>
internal static class BarePipe
{
    internal const int MessageBytes = 200;
    private const int OnTheirWay = 64;

    internal static int EchoForever()
    {
        using var input = new DescriptorStream(0);
        var buffer = new byte[4096];
        while (input.Read(buffer) is > 0 and var read)
            Write(1, buffer.AsSpan(0, read));
        return 0;
    }

    /// <summary>One message at a time.</summary>
    internal static Task<Samples> MeasureAsync(int warmUp, int rounds) => WithChildAsync((input, output) =>
    {
        var message = new byte[MessageBytes];
        var samples = new Samples(rounds);
        for (var round = -warmUp; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            Write(input, message);
            for (var got = 0; got < MessageBytes;)
                got += ReadSome(output, message.AsSpan(got));
            if (round >= 0)
                samples.Add(start);
        }

        return samples;
    });

    /// <summary>Messages there and back in a second, with 64 on their way.</summary>
    internal static Task<double> MeasureRateAsync(int warmUp, int rounds) => WithChildAsync((input, output) =>
    {
        Stream(input, output, warmUp);
        var began = Stopwatch.GetTimestamp();
        Stream(input, output, rounds);
        return rounds / Stopwatch.GetElapsedTime(began).TotalSeconds;
    });

    private static void Stream(int input, DescriptorStream output, int rounds)
    {
        var message = new byte[MessageBytes];
        var buffer = new byte[OnTheirWay * MessageBytes];
        var sent = 0;
        for (var back = 0L; back < (long)rounds * MessageBytes; back += ReadSome(output, buffer))
        {
            for (; sent < rounds && sent - (back / MessageBytes) < OnTheirWay; sent++)
                Write(input, message);
        }
    }

    private static async Task<T> WithChildAsync<T>(Func<int, DescriptorStream, T> measure)
    {
        var child = await ChildProcess.StartAsync(new(
            Environment.ProcessPath!, Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
                ? [typeof(BarePipe).Assembly.Location, "echo-child"]
                : ["echo-child"]));
        return await Task.Factory.StartNew(
            () =>
            {
                using var output = new DescriptorStream(child.Output);
                var measured = measure(child.Input, output);
                child.Kill();
                child.Wait();
                return measured;
            },
            TaskCreationOptions.LongRunning);
    }

    private static int ReadSome(DescriptorStream output, Span<byte> target) =>
        output.Read(target) is > 0 and var read ? read : throw new EndOfStreamException("The echo child ended.");

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
