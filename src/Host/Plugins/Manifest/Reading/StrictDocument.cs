using System.Text.Json;
using System.Text.Json.Serialization;

namespace PluginRoom.Host.Plugins.Manifest.Reading;

/// <summary>
/// The project's other small JSON files, read by the same rules as plugin.json: attributes state the rules for each value, unknown
/// fields are errors, and all errors are reported together.
/// </summary>
internal static class StrictDocument
{
    private static readonly JsonSerializerOptions Written = new(ManifestJson.Options)
    {
        WriteIndented = true,
        // Null is no value in such a file.
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <param name="name">What the file is called in messages.</param>
    /// <returns>Null with at least one error.</returns>
    public static T? Read<T>(ReadOnlyMemory<byte> file, string name, ErrorList errors)
        where T : class
    {
        using var document = JsonText.Parse(file, errors, name);
        if (document is null)
            return null;
        var shape = new ShapeCheck(errors, new PluginFiles(new Dictionary<string, Catalog.ListedItem>()));
        shape.Check(document.RootElement, ManifestJson.Options.GetTypeInfo(typeof(T)), null, "");
        return errors.Count == 0 ? document.RootElement.Deserialize<T>(ManifestJson.Options) : null;
    }

    public static byte[] Write<T>(T value) => [.. JsonSerializer.SerializeToUtf8Bytes(value, Written), (byte)'\n'];
}
