using System.Text;
using Microsoft.Extensions.Logging;
using PluginRoom.Host.Storage;
using PluginRoom.Host.Storage.Entries;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Tests.Storage;

/// <summary>The host's storage on a real folder, with clocks of the test's own.</summary>
internal sealed class StorageFixture : IAsyncDisposable
{
    public const string Plugin = "org.example.minutes";
    public static readonly StorageRetention Day = new(false, TimeSpan.FromHours(24));
    public static readonly IReadOnlySet<StorageTag> Nobody = new HashSet<StorageTag>();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pluginroom-storage-");
    private readonly LogLines _log = new();
    private HostStorage _host;

    private StorageFixture(StorageLimits limits) => _host = New(Limits = limits);

    public StorageLimits Limits { get; }

    public FakeClocks Clocks { get; } = new();

    public HostStorage Host => _host;

    public string Folder => _folder.FullName;

    public string DatabasePath => Path.Combine(Folder, "storage.db");

    public string KeyPath => Path.Combine(Folder, "storage.keys");

    public IReadOnlyList<string> Log => _log.Lines;

    public static async Task<StorageFixture> Start(StorageLimits? limits = null)
    {
        var fixture = new StorageFixture(limits ?? new StorageLimits());
        await fixture._host.StartAsync(default);
        return fixture;
    }

    public static StorageTag ChatOf(SubjectId person) => new(DataCategory.ContentChat, person);

    public static IReadOnlySet<StorageTag> Label(params StorageTag[] tags) => tags.ToHashSet();

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static async Task<string?> Read(PluginStore store, string key, StorageScope scope = default) =>
        store.Find(scope, key) is { } entry && await store.ReadAsync(entry) is { } value ? Encoding.UTF8.GetString(value) : null;

    public static Task Write(
        PluginStore store, string key, string value, StorageRetention? retention = null, IReadOnlySet<StorageTag>? label = null, StorageScope scope = default) =>
        store.WriteAsync(scope, key, Bytes(value), label ?? Nobody, retention ?? StorageRetention.Room, "terms");

    /// <summary>The store of the one plugin in this room, with what was left for it.</summary>
    public PluginStore Open(string room) => Open(room, out _);

    public PluginStore Open(string room, out RoomStore opened)
    {
        opened = _host.OpenRoom(room);
        var store = opened.Of(Plugin);
        store.Inherit(_ => true);
        return store;
    }

    /// <summary>Stops the host and starts it on the same folder.</summary>
    public async Task Restart(Action? whileDown = null)
    {
        _host.Dispose();
        whileDown?.Invoke();
        _host = New(Limits);
        await _host.StartAsync(default);
    }

    /// <summary>All that a thief finds in the folder, the keys included.</summary>
    public byte[] EveryByte() => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).SelectMany(File.ReadAllBytes)];

    public bool FolderHolds(string text) => EveryByte().AsSpan().IndexOf(Bytes(text)) >= 0;

    /// <summary>A copy of everything, as a backup or an undeleted page would keep it.</summary>
    public StolenCopy Steal() => new(Folder);

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private HostStorage New(StorageLimits limits) => new(Folder, limits, Clocks, _log);

    private sealed class LogLines : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Lines)
                Lines.Add($"{logLevel}: {formatter(state, exception)}");
        }
    }
}
