namespace PluginRoom.Host.Workers.Channel;

/// <summary>An exit code as people read it.</summary>
internal static class ExitWords
{
    internal static string Of(int exitCode) => exitCode switch
    {
        0 => "exit code 0",
        128 + 6 => "aborted: an exception that nothing caught, or FailFast",
        128 + 9 => "killed: by hand, or for want of memory",
        128 + 11 => "segmentation fault in native code",
        > 128 => $"signal {exitCode - 128}",
        _ => $"exit code {exitCode}",
    };

    internal static string With(string reason, string stderr) => stderr.Length == 0 ? reason : $"{reason}\n{stderr}";
}
