namespace PluginRoom.Gauntlet.JavaScript;

/// <summary>What a script reaches in spite of its world, with the reason. docs/threat-model.md says the same in words.</summary>
internal static class KnownOpenScripts
{
    /// <summary>By folder and file of the attempt.</summary>
    internal static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["Machine/clock"] = "Date is part of the language; a plugin has no way out but the gate",
    };
}
