namespace PluginRoom.Gauntlet.DotNet;

/// <summary>
/// What a plugin's server side reaches in spite of the sandbox, with the reason. docs/threat-model.md says the same in words. The
/// test fails when something else is open, and when something here no longer is.
/// </summary>
internal static class KnownOpen
{
    internal const string InBoth = "both tiers";
    internal const string InTier1 = "tier 1 only";
    internal const string InTier2 = "tier 2 only";

    /// <summary>By folder and class of the attempt.</summary>
    internal static readonly IReadOnlyDictionary<string, (string Where, string Reason)> All = new Dictionary<string, (string, string)>
    {
        ["Bombs.Inodes"] = (InTier1, "empty files weigh nothing in the scratch space; they go with the process"),
        ["Machine.ChooseProcessor"] = (InBoth, "the runtime does not start without it; concerns its own threads only"),
        ["Machine.CountProcessors"] = (InBoth, "the runtime sizes its pools by it"),
        ["Machine.ReadClock"] = (InBoth, "no program runs without a clock; a plugin has no way out but the gate"),
        ["Machine.ReadKernelVersion"] = (InBoth, "uname; says nothing about a person"),
        ["Files.SeeHostFile"] = (InTier2, "Landlock does not govern stat: that a file exists, its size and times; not its content"),
        ["Machine.ReadName"] = (InTier2, "no namespace of its own"),
        ["Machine.ReadZone"] = (InTier2, "Landlock does not govern stat"),
        ["Proc.SeeProcesses"] = (InTier2, "no namespace of its own: which process numbers exist, nothing else of them"),
        ["Machine.ReadUptime"] = (InBoth, "sysinfo is the runtime's way to learn how much memory there is"),
        ["Machine.ReadZones"] = (InBoth, "public data, the same everywhere"),
        ["MachineFiles.BootId"] = (InTier1, "in /proc/sys, which is read-only; two plugins can learn that they share a machine"),
        ["MachineFiles.Keyrings"] = (InTier1, "lists the keyrings of its own user namespace; no key can be read"),
        ["MachineFiles.Load"] = (InTier1, "in /proc; a timing channel like the clock"),
        ["MachineFiles.Memory"] = (InTier1, "the runtime sizes its heap by it"),
        ["MachineFiles.Processor"] = (InTier1, "any program can ask the processor itself"),
        ["Proc.OwnCommandLine"] = (InTier1, "holds its own limits and filter, and no secret"),
        ["Proc.OwnMounts"] = (InTier1, "the kernel names what was bound where: paths, without their content"),
        ["Processes.ExecutableMemory"] = (InBoth, "the runtime compiles to it; native code stays inside like any other"),
        ["Processes.PluginLibrary"] = (InBoth, "native code stays inside like any other; all attempts here are made by such code as well"),
    };
}
