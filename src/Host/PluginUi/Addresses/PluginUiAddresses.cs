using System.Collections.Concurrent;
using System.Security.Cryptography;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Plugins.Manifest;

namespace PluginRoom.Host.PluginUi.Addresses;

/// <summary>Gives every installed version its unguessable address. A room that still runs an older version keeps that one's.</summary>
public sealed class PluginUiAddresses(PluginUiOrigins origins)
{
    private const int KeyLength = 32;

    private readonly ConcurrentDictionary<string, PluginUiAddress> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PluginUiAddress> _byDirectory = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Where the browser finds one of the plugin's frames: a path on this host, or an address on the origin for frames where there is one.</summary>
    public string UrlFor(InstalledPlugin plugin, ManifestUi ui) => origins.Frames + Of(plugin).UrlOf(ui);

    /// <summary>Path on this host of the publisher's privacy policy, as plain text.</summary>
    public string PrivacyPolicyUrlFor(InstalledPlugin plugin) => Of(plugin).PrivacyPolicyPath;

    internal PluginUiAddress Of(InstalledPlugin plugin)
    {
        lock (_lock)
        {
            if (_byDirectory.TryGetValue(plugin.Directory, out var known))
                return known;

            ForgetDeleted();
            var address = New(plugin.Manifest, plugin.Directory);
            _byDirectory[plugin.Directory] = address;
            _byKey[address.Key] = address;
            return address;
        }
    }

    public PluginUiAddress? Find(string pluginId, string key) =>
        _byKey.TryGetValue(key, out var address) && address.PluginId == pluginId ? address : null;

    private static PluginUiAddress New(PluginManifest manifest, string directory) => new(
        manifest.Id,
        RandomNumberGenerator.GetHexString(KeyLength, lowercase: true),
        directory,
        manifest.Publisher.PrivacyPolicy,
        Scripts(manifest, ui => ui.Mode == UiMode.Worker && ui.Slot != UiSlot.Transform),
        Scripts(manifest, ui => ui.Slot == UiSlot.Transform));

    private static HashSet<string> Scripts(PluginManifest manifest, Func<ManifestUi, bool> which) =>
        manifest.Ui.Where(which).Select(ui => ui.Entry[(PluginUiAddress.Folder.Length + 1)..]).ToHashSet(StringComparer.Ordinal);

    private void ForgetDeleted()
    {
        foreach (var (directory, address) in _byDirectory.Where(entry => !Directory.Exists(entry.Key)).ToList())
        {
            _byDirectory.Remove(directory);
            _byKey.TryRemove(address.Key, out _);
        }
    }
}
