using System.Globalization;
using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Settings;

namespace PluginRoom.Host.Trust.Records;

/// <summary>
/// What this host has taken so far, kept in the data folder: whose signature a plugin had, which content is used, and how long an
/// update has waited. Used by the catalog's loop only.
/// </summary>
internal sealed class KnownPlugins
{
    public const string FileName = "known.json";

    // A crash costs a waiting update no more than this: the time is counted again from the last save.
    private static readonly TimeSpan SavePause = TimeSpan.FromMinutes(1);

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, KnownPlugin> _plugins = [];
    private readonly Dictionary<string, Wait> _waits = [];
    private long _saved;

    public KnownPlugins(string folder, TimeProvider time)
    {
        (_path, _time) = (Path.Combine(folder, FileName), time);
        _saved = time.GetTimestamp();
    }

    /// <summary>Content that is needed although a folder holds something else.</summary>
    public bool Holds(string id, string content) => Find(id) is { IsHeld: true } known && known.Content == content;

    public KnownPlugin? Find(string id) => _plugins.GetValueOrDefault(id);

    /// <summary>The content of the update that waits on the host of this folder; null: none does.</summary>
    public static string? WaitingContentOf(string folder, string id)
    {
        var known = new KnownPlugins(folder, TimeProvider.System);
        known.Load();
        return known._waits.TryGetValue(id, out var wait) ? wait.Content : null;
    }

    /// <exception cref="StartupException">Whose signature a plugin had cannot be told.</exception>
    public void Load()
    {
        if (!File.Exists(_path))
            return;
        var errors = new ErrorList();
        try
        {
            if (StrictDocument.Read<KnownList>(File.ReadAllBytes(_path), FileName, errors) is { } list)
                foreach (var plugin in list.Plugins)
                    Take(plugin);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.Add("", Wording.Sentence(e.Message));
        }

        if (errors.Count > 0)
            throw new StartupException($"{_path} says whose signatures plugins had on this host and cannot be read ({string.Join(" | ", errors.ToList())}). "
                + "Put it back from a backup, or delete it to trust what lies in the plugins folder now.");
    }

    /// <summary>This content is used from now on.</summary>
    /// <param name="key">Null: nobody signed it.</param>
    /// <exception cref="IOException">It cannot be written down, so it must not be used.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public void Took(string id, string? key, string content)
    {
        _waits.Remove(id);
        Set(new KnownPlugin { Id = id, Key = key, Content = content });
    }

    /// <summary>Its folder holds something that was not taken.</summary>
    public void Hold(string id)
    {
        if (Find(id) is { IsHeld: false } known)
            Set(known with { IsHeld = true });
    }

    /// <summary>How much of the cool-down is left for this content. Other content than before starts from its beginning.</summary>
    public TimeSpan Left(string id, string content, TimeSpan coolDown)
    {
        if (!_waits.TryGetValue(id, out var wait) || wait.Content != content)
        {
            _waits[id] = wait = new Wait(content, TimeSpan.Zero, _time.GetTimestamp());
            _plugins[id] = _plugins[id] with { IsHeld = true };
            Save();
        }

        var now = _time.GetTimestamp();
        _waits[id] = wait = wait with { Waited = wait.Waited + _time.GetElapsedTime(wait.Measured, now), Measured = now };
        if (_time.GetElapsedTime(_saved, now) >= SavePause)
            Save();
        return wait.Waited >= coolDown ? TimeSpan.Zero : coolDown - wait.Waited;
    }

    private void Set(KnownPlugin plugin)
    {
        if (_plugins.GetValueOrDefault(plugin.Id) == plugin)
            return;
        _plugins[plugin.Id] = plugin;
        Save();
    }

    private void Save()
    {
        _saved = _time.GetTimestamp();
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        AtomicFile.Write(_path, StrictDocument.Write(new KnownList
        {
            Plugins = [.. _plugins.Values.OrderBy(plugin => plugin.Id, StringComparer.Ordinal).Select(plugin => plugin with { Waiting = WaitOf(plugin.Id) })],
        }));
    }

    private WaitingContent? WaitOf(string id) => _waits.TryGetValue(id, out var wait)
        ? new WaitingContent
        {
            Content = wait.Content,
            WaitedSeconds = (int)wait.Waited.TotalSeconds,
            AsOf = _time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
        }
        : null;

    // While the host was down the system's clock is all there is to go by. Behind what it was then, it counts for nothing.
    private void Take(KnownPlugin plugin)
    {
        _plugins[plugin.Id] = plugin with { Waiting = null };
        if (plugin.Waiting is not { } waiting)
            return;
        var down = DateTimeOffset.TryParse(waiting.AsOf, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var then)
            ? _time.GetUtcNow() - then
            : TimeSpan.Zero;
        var waited = TimeSpan.FromSeconds(waiting.WaitedSeconds) + (down > TimeSpan.Zero ? down : TimeSpan.Zero);
        _waits[plugin.Id] = new Wait(waiting.Content, waited, _time.GetTimestamp());
    }

    /// <param name="Waited">By the clock that nobody can set (<see cref="TimeProvider.GetTimestamp"/>), up to <paramref name="Measured"/>.</param>
    private sealed record Wait(string Content, TimeSpan Waited, long Measured);
}
