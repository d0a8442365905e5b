namespace PluginRoom.Host.Workers.Sandbox.Seccomp;

/// <summary>libseccomp does not make the program that we ask for.</summary>
internal sealed class SeccompException(string call, int result)
    : Exception($"libseccomp failed at {call} ({result}). Version 2.5.0 or later is needed.");
