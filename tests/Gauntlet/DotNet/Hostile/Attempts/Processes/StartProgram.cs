using System.Diagnostics;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Processes;

internal sealed class StartProgram : IAttempt
{
    public string Vector => "start a program";

    public string? Try(Targets targets)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(targets.Plugin, "program")));
        process!.WaitForExit();
        return $"exit code {process.ExitCode}";
    }
}
