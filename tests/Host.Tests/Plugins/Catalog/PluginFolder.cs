using System.Text.Json.Nodes;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Plugins.Limits;
using PluginRoom.Host.Tests.Plugins.Manifest;
using PluginRoom.Host.Trust;
using PluginRoom.Host.Trust.Policy;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Tests.Plugins.Catalog;

/// <summary>A real plugins folder and a data folder, followed by a shelf whose clock only the test moves.</summary>
internal sealed class PluginFolder : IDisposable
{
    private readonly DirectoryInfo _base = Directory.CreateTempSubdirectory("pluginroom-catalog-");
    private readonly Clock _clock = new();
    private readonly LimitCeiling _ceiling;
    private PluginShelf _shelf = null!;

    public PluginFolder(LimitCeiling? ceiling = null, TrustPolicy? policy = null, BundledPlugins? bundled = null)
    {
        (_ceiling, Policy, Bundled) = (ceiling ?? LimitCeiling.None, policy ?? TrustPolicy.ForLoopback, bundled ?? BundledPlugins.None);
        Root = _base.CreateSubdirectory("plugins").FullName;
        Snapshots = Path.Combine(_base.FullName, "data", "plugin-snapshots");
        TrustFolder = Path.Combine(_base.FullName, "data", PluginCatalog.TrustFolder);
        Restart();
    }

    /// <summary>Hold from the next start on.</summary>
    public TrustPolicy Policy { get; set; }

    public BundledPlugins Bundled { get; set; }

    public string TrustFolder { get; }

    /// <summary>As the catalog does at the host's start.</summary>
    public void Restart()
    {
        var trust = new PluginTrust(Policy, Bundled, TrustFolder, _clock);
        trust.Load();
        var store = new SnapshotStore(Snapshots);
        store.Clear(trust.Holds);
        _shelf = new PluginShelf(Root, store, _clock, runtime => Missing.GetValueOrDefault(runtime), _ceiling, trust);
    }

    /// <summary>Somebody sets the system's clock.</summary>
    public void SetClock(TimeSpan forward) => _clock.Set(forward);

    /// <summary>The host is down for this long.</summary>
    public void RestartAfter(TimeSpan down)
    {
        _clock.Move(down);
        Restart();
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

        private TimeSpan _measured;

        public void Move(TimeSpan time) => (_now, _measured) = (_now + time, _measured + time);

        public void Set(TimeSpan forward) => _now += forward;

        public override DateTimeOffset GetUtcNow() => _now;

        public override long GetTimestamp() => _measured.Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}
