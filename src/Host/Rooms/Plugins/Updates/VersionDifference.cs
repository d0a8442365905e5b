using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.PluginUi.Addresses;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins.Updates;

/// <summary>
/// What differs between two versions in anything that people decided on: who answers for it, what it may do and why, where data goes,
/// what for and how long. Code, looks and limits do not count.
/// </summary>
internal static class VersionDifference
{
    /// <returns>In the order in which people should read it; empty: nobody has to be asked.</returns>
    public static IReadOnlyList<UpdateChange> Between(InstalledPlugin before, InstalledPlugin after, PluginUiAddresses addresses)
    {
        var (old, now) = (before.Manifest, after.Manifest);
        return
        [
            .. One("name", old.Name, now.Name),
            .. One("publisher", old.Publisher.Name, now.Publisher.Name),
            .. One("contact", old.Publisher.Contact, now.Publisher.Contact),
            // One that was unsigned loses nothing by a signature.
            .. before.Signer is not null && before.Signer != after.Signer ? One("trust", before.Trust, after.Trust) : [],
            .. SamePolicy(before, after) ? [] : One("privacyPolicy", addresses.PrivacyPolicyUrlFor(before), addresses.PrivacyPolicyUrlFor(after)),
            .. One("server", old.Server is null ? null : "server", now.Server is null ? null : "server"),
            .. Each("sink", old.Sinks, now.Sinks, sink => sink.Id, sink => sink.Id, sink => (sink.Url, sink.Operator, sink.Country)),
            .. Erasures(old, now),
            .. Each("flow", old.ToFlowTable().Flows, now.ToFlowTable().Flows, flow => (flow.Category, flow.Sink), flow => flow.Key, flow => flow.Key),
            .. Each("capability", old.Capabilities, now.Capabilities, use => use.Name, use => use.Name.Name, use => (use.Reason, use.Optional)),
        ];
    }

    private static IEnumerable<UpdateChange> Erasures(PluginManifest old, PluginManifest now) =>
        from sink in old.Sinks
        from same in now.Sinks
        where sink.Id == same.Id
        from change in One("erasure", sink.ErasureUrl, same.ErasureUrl)
        select change;

    private static IEnumerable<UpdateChange> One(string what, string? before, string? after) =>
        before == after ? [] : [new UpdateChange(what, before, after)];

    /// <param name="identity">The same thing in both versions.</param>
    /// <param name="name">What the page finds it by, in its own version.</param>
    /// <param name="content">What makes it a changed one.</param>
    private static IEnumerable<UpdateChange> Each<T, TIdentity>(
        string what, IReadOnlyList<T> old, IReadOnlyList<T> now, Func<T, TIdentity> identity, Func<T, string> name, Func<T, object> content)
        where TIdentity : notnull
    {
        var before = old.ToDictionary(identity);
        var after = now.ToDictionary(identity);
        foreach (var item in now)
        {
            if (!before.TryGetValue(identity(item), out var same))
                yield return new UpdateChange(what, null, name(item));
            else if (!content(same).Equals(content(item)))
                yield return new UpdateChange(what, name(same), name(item));
        }

        foreach (var item in old)
            if (!after.ContainsKey(identity(item)))
                yield return new UpdateChange(what, name(item), null);
    }

    private static bool SamePolicy(InstalledPlugin before, InstalledPlugin after) =>
        PolicyOf(before).AsSpan().SequenceEqual(PolicyOf(after));

    private static byte[] PolicyOf(InstalledPlugin plugin) =>
        File.ReadAllBytes(Path.Combine(plugin.Directory, plugin.Manifest.Publisher.PrivacyPolicy));
}
