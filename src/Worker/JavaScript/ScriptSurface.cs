using System.Text;

namespace PluginRoom.Worker.JavaScript;

/// <summary>
/// What a script finds in its global scope, written in JavaScript in Surface/. The files are one function, so they share their names and
/// hide them from the plugin; the order is that of use.
/// </summary>
internal static class ScriptSurface
{
    internal const string Url = "pluginroom:";

    private static readonly string[] Foundation = ["primordials", "host", "errors", "calls", "events"];

    /// <summary>One file for each capability or group of them.</summary>
    private static readonly string[] Capabilities =
    [
        "room", "participants", "chat", "notifications", "recordings", "ui", "storage", "net", "webhook",
        "reactions", "speaking", "quality", "moderation", "plugins", "media", "files", "cards",
    ];

    private static readonly string[] Language = ["console", "timers", "text"];

    /// <summary>An expression: a function of the native end and the room's alias, which returns the host's way in.</summary>
    internal static string Read()
    {
        var script = new StringBuilder("(function (native, alias) {\"use strict\";\n");
        foreach (var name in (string[])[.. Foundation, .. Capabilities, .. Language, "entry"])
            script.Append(ReadFile(name)).Append('\n');
        return script.Append("})").ToString();
    }

    private static string ReadFile(string name)
    {
        using var stream = typeof(ScriptSurface).Assembly.GetManifestResourceStream($"Surface/{name}.js")
            ?? throw new InvalidOperationException($"{name}.js is not in this assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
