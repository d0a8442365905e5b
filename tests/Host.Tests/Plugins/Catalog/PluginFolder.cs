using System.Text.Json.Nodes;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Plugins.Limits;
using PluginRoom.Host.Tests.Plugins.Manifest;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Tests.Plugins.Catalog;

/// <summary>A real plugins folder and a data folder, followed by a shelf whose clock only the test moves.</summary>
internal sealed class PluginFolder : IDisposable
{
    private readonly DirectoryInfo _base = Directory.CreateTempSubdirectory("pluginroom-catalog-");
    private readonly Clock _clock = new();
    private readonly PluginShelf _shelf;

    public PluginFolder(LimitCeiling? ceiling = null)
    {
        Root = _base.CreateSubdirectory("plugins").FullName;
        Snapshots = Path.Combine(_base.FullName, "data", "plugin-snapshots");
        var store = new SnapshotStore(Snapshots);
        store.Clear();
        _shelf = new PluginShelf(Root, store, _clock, runtime => Missing.GetValueOrDefault(runtime), ceiling ?? LimitCeiling.None);
    }

    /// <summary>What the machine lacks.</summary>
    public Dictionary<ServerRuntime, string> Missing { get; } = [];

    public string Root { get; }

    public string Snapshots { get; }

    public string PathOf(string path) => Path.Combine(Root, path);

    public void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), content);
    }

    /// <summary>All files of the sample plugin under this folder name.</summary>
    public void Drop(string folder, Action<JsonObject>? change = null)
    {
        Write($"{folder}/Minutes.dll", "assembly");
        Write($"{folder}/PRIVACY.md", "Keeps nothing.");
        Write($"{folder}/ui/index.html", "<!doctype html><html lang=\"en\"><head><title>Minutes</title></head><body></body></html>");
        Write($"{folder}/plugin.json", SampleManifest.Changed(change));
    }

    public ShelfPass Pass() => _shelf.Pass();

    public ShelfPass PassAfter(double seconds)
    {
        _clock.Move(TimeSpan.FromSeconds(seconds));
        return _shelf.Pass();
    }

    /// <summary>One look that notices, one after the quiet time that decides.</summary>
    public ShelfPass Settle()
    {
        Pass();
        return PassAfter(0.6);
    }

    /// <summary>As <see cref="Settle"/>, with the patience for what may still arrive.</summary>
    public ShelfPass SettleLong()
    {
        Pass();
        return PassAfter(3);
    }

    public void Dispose() => _base.Delete(recursive: true);

    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public void Move(TimeSpan time) => _now += time;

        public override DateTimeOffset GetUtcNow() => _now;
    }
}
