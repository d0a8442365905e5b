namespace PluginRoom.Host.Workers.Frames;

/// <summary>An exit code as people read it.</summary>
internal static class ExitWords
{
    internal static string Of(int exitCode) => exitCode switch
    {
        0 => "exit code 0",
        // Process 1 of its namespace cannot be aborted; glibc then ends it by a fault.
        128 + 6 or 128 + 11 => "an exception that nothing caught, FailFast, or a fault in native code",
        128 + 9 => "killed: by hand, or for want of memory",
        > 128 => $"signal {exitCode - 128}",
        _ => $"exit code {exitCode}",
    };

    internal static string With(string reason, string stderr) => stderr.Length == 0 ? reason : $"{reason}\n{stderr}";
}
