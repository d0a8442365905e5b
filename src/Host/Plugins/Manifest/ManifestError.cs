namespace PluginRoom.Host.Plugins.Manifest;

/// <summary>One thing that is wrong with a plugin folder.</summary>
/// <param name="Pointer">RFC 6901, into plugin.json; empty for the file or the folder as a whole.</param>
/// <param name="Message">A sentence that says what to do.</param>
public sealed record ManifestError(string Pointer, string Message)
{
    /// <summary>A copy that is still under way would explain it.</summary>
    internal bool MayStillArrive { get; init; }

    public override string ToString() => Pointer.Length == 0 ? Message : $"{Pointer}: {Message}";
}
