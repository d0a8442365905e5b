namespace PluginRoom.Host.Plugins.Manifest.Reading;

/// <summary>RFC 6901.</summary>
internal static class JsonPointer
{
    // A field's name can be as long as the file; nobody reads a pointer like that.
    private const int LongestName = 100;

    public static string Field(string parent, string name) => name.Length > LongestName
        ? parent
        : $"{parent}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public static string Item(string parent, int index) => $"{parent}/{index}";
}
