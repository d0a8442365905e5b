namespace PluginRoom.Host.Workers.Sandbox.Landlock;

/// <summary>Rights in the file system, as the kernel numbers them.</summary>
[Flags]
internal enum LandlockAccess : ulong
{
    Execute = 1,
    WriteFile = 1 << 1,
    ReadFile = 1 << 2,
    ReadFolder = 1 << 3,
    RemoveFolder = 1 << 4,
    RemoveFile = 1 << 5,
    MakeFolder = 1 << 7,
    MakeFile = 1 << 8,
    Truncate = 1 << 14,

    /// <summary>What can be granted for a file rather than for a folder.</summary>
    OnFiles = Execute | WriteFile | ReadFile | Truncate,

    Read = ReadFile | ReadFolder,

    Scratch = Read | WriteFile | RemoveFolder | RemoveFile | MakeFolder | MakeFile | Truncate,
}
