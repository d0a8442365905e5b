namespace PluginRoom.Host.Vocabulary;

/// <summary>Where data can go.</summary>
public enum SinkKind
{
    /// <summary>The plugin's own frames in the participants' browsers.</summary>
    Ui,

    /// <summary>Posts and notifications that the room sees.</summary>
    Room,
    StorageRoom,
    StorageUser,

    /// <summary>A file on the device of someone in the room.</summary>
    Download,

    /// <summary><c>sink:&lt;id&gt;</c>, a declared destination outside.</summary>
    External,

    /// <summary><c>plugin:&lt;id&gt;</c>, another plugin in the room.</summary>
    Plugin,
}

/// <summary>A sink as a manifest names it, parsed once. <see cref="Target"/> is set for <c>sink:</c> and <c>plugin:</c> only.</summary>
public readonly record struct SinkName(SinkKind Kind, string? Target = null)
{
    public static SinkName Ui => new(SinkKind.Ui);

    public static SinkName Room => new(SinkKind.Room);

    public static SinkName Download => new(SinkKind.Download);

    public static SinkName StorageRoom => new(SinkKind.StorageRoom);

    public static SinkName StorageUser => new(SinkKind.StorageUser);

    /// <summary>Another plugin in the room.</summary>
    public static SinkName PluginOf(string pluginId) => new(SinkKind.Plugin, pluginId);

    public static SinkName? Parse(string text) => text switch
    {
        "ui" => Ui,
        "room" => Room,
        "storage.room" => new(SinkKind.StorageRoom),
        "storage.user" => new(SinkKind.StorageUser),
        "download" => Download,
        _ when text.StartsWith("sink:", StringComparison.Ordinal) && text.Length > 5 => new(SinkKind.External, text[5..]),
        _ when text.StartsWith("plugin:", StringComparison.Ordinal) && text.Length > 7 => new(SinkKind.Plugin, text[7..]),
        _ => null,
    };

    public override string ToString() => Kind switch
    {
        SinkKind.Ui => "ui",
        SinkKind.Room => "room",
        SinkKind.StorageRoom => "storage.room",
        SinkKind.StorageUser => "storage.user",
        SinkKind.Download => "download",
        SinkKind.External => $"sink:{Target}",
        SinkKind.Plugin => $"plugin:{Target}",
        _ => throw new InvalidOperationException($"Unknown sink kind {Kind}."),
    };
}
