namespace PluginRoom.Host.PluginUi;

/// <summary>The closed list of what a plugin's UI folder may serve. Anything else is not found.</summary>
public static class UiContentTypes
{
    private static readonly Dictionary<string, string> ByExtension = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".svg"] = "image/svg+xml; charset=utf-8",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
        [".ico"] = "image/x-icon",
        [".woff"] = "font/woff",
        [".woff2"] = "font/woff2",
        [".ttf"] = "font/ttf",
        [".otf"] = "font/otf",
        [".mp3"] = "audio/mpeg",
        [".ogg"] = "audio/ogg",
        [".wav"] = "audio/wav",
        [".mp4"] = "video/mp4",
        [".webm"] = "video/webm",
        [".wasm"] = "application/wasm",
    };

    public static string? For(string path) => ByExtension.GetValueOrDefault(Path.GetExtension(path));

    public static bool IsHtml(string path) => Path.GetExtension(path) == ".html";

    /// <summary>Text is read as UTF-8 by everyone; another encoding could be read as different markup than was checked.</summary>
    public static bool IsText(string path) => For(path) is { } type && (type.EndsWith("utf-8", StringComparison.Ordinal));
}
