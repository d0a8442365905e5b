using System.Text;

namespace PluginRoom.Host.Workers.Sandbox.Spawning;

/// <summary>A short child that is run to its end, for questions to the system and the probe.</summary>
internal sealed record ChildOutput(int ExitCode, string Output, string Error)
{
    private const int MaxBytes = 256 * 1024;

    /// <summary>Kills it after the deadline.</summary>
    internal static async Task<ChildOutput> RunAsync(ChildCommand command, TimeProvider time, TimeSpan deadline) =>
        await OfAsync(await ChildProcess.StartAsync(command).ConfigureAwait(false), time, deadline).ConfigureAwait(false);

    /// <inheritdoc cref="RunAsync"/>
    internal static async Task<ChildOutput> OfAsync(ChildProcess child, TimeProvider time, TimeSpan deadline)
    {
        _ = Libc.Close(child.Input);
        using var timer = time.CreateTimer(static child => ((ChildProcess)child!).Kill(), child, deadline, Timeout.InfiniteTimeSpan);
        var output = Task.Factory.StartNew(() => ReadAll(child.Output), TaskCreationOptions.LongRunning);
        var error = Task.Factory.StartNew(() => ReadAll(child.Error), TaskCreationOptions.LongRunning);
        var texts = await Task.WhenAll(output, error).ConfigureAwait(false);
        return new(await Task.Run(child.Wait).ConfigureAwait(false), texts[0], texts[1]);
    }

    private static string ReadAll(int descriptor)
    {
        using var stream = new DescriptorStream(descriptor);
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (stream.Read(buffer) is > 0 and var read)
        {
            if (text.Length < MaxBytes)
                text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return text.ToString();
    }
}
