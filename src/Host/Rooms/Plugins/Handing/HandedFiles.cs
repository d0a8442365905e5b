using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins.Handing;

/// <summary>Whether what a page says that a person chose is what was asked for. The page has asked the same before.</summary>
internal static class HandedFiles
{
    private const int MaxNameLength = 1_000;

    /// <summary>Null: nothing is wrong.</summary>
    public static HubError? Problem(IReadOnlyList<HandedFile> files, int maxFiles, int maxBytes)
    {
        if (files.Any(file => file is null || file.Name.Length > MaxNameLength || file.Type.Length > MaxNameLength))
            return Refusals.Malformed("A file has a name and a type of up to 1000 characters each.");
        if (files.Count == 0 || files.Count > maxFiles)
            return new("files.count", maxFiles == 1 ? "Choose one file." : $"Choose 1 to {maxFiles} files.");
        if (files.Any(file => file.Bytes < 1 || file.Bytes > maxBytes))
            return new("files.size", $"Each file has 1 to {maxBytes} bytes. Choose other ones.");
        return null;
    }
}
