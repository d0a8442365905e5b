using System.Collections.Concurrent;
using System.Security.Cryptography;
using PluginRoom.Host.Plugins.Catalog;

namespace PluginRoom.Host.PluginUi;

/// <summary>Gives every installed version its unguessable address. A room that still runs an older version keeps that one's.</summary>
public sealed class PluginUiAddresses
{
    private const int KeyLength = 32;

    private readonly ConcurrentDictionary<string, PluginUiAddress> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PluginUiAddress> _byDirectory = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Path on this host of one of the plugin's pages.</summary>
    /// <param name="uiEntry">As in the manifest, e.g. <c>ui/index.html</c>.</param>
    public string UrlFor(InstalledPlugin plugin, string uiEntry) => Of(plugin).UrlOf(uiEntry);

    /// <summary>Path on this host of the publisher's privacy policy, as plain text.</summary>
    public string PrivacyPolicyUrlFor(InstalledPlugin plugin) => Of(plugin).PrivacyPolicyPath;

    private PluginUiAddress Of(InstalledPlugin plugin) => Of(plugin.Manifest.Id, plugin.Directory, plugin.Manifest.Publisher.PrivacyPolicy);

    internal PluginUiAddress Of(string pluginId, string directory, string? privacyPolicy)
    {
        lock (_lock)
        {
            if (_byDirectory.TryGetValue(directory, out var known))
                return known;

            ForgetDeleted();
            var address = new PluginUiAddress(pluginId, RandomNumberGenerator.GetHexString(KeyLength, lowercase: true), directory, privacyPolicy);
            _byDirectory[directory] = address;
            _byKey[address.Key] = address;
            return address;
        }
    }

    public PluginUiAddress? Find(string pluginId, string key) =>
        _byKey.TryGetValue(key, out var address) && address.PluginId == pluginId ? address : null;

    private void ForgetDeleted()
    {
        foreach (var (directory, address) in _byDirectory.Where(entry => !Directory.Exists(entry.Key)).ToList())
        {
            _byDirectory.Remove(directory);
            _byKey.TryRemove(address.Key, out _);
        }
    }
}
