using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Trust.Policy;
using PluginRoom.Host.Trust.Records;
using PluginRoom.Host.Trust.Signing;

namespace PluginRoom.Host.Trust;

/// <summary>
/// signature -> whose? -> may they? -> has it waited? Used by the catalog's loop only.
/// </summary>
/// <param name="folder">In the data folder.</param>
internal sealed class PluginTrust(TrustPolicy policy, BundledPlugins bundled, string folder, TimeProvider time)
{
    private const string Unsigned = "unsigned: nobody vouches for its files";
    private const string Built = "part of PluginRoom, as it was built with this host";

    private readonly KnownPlugins _known = new(folder, time);
    private readonly OrdersFile _orders = new(folder);

    public string Folder => folder;

    /// <summary>Why the operator's last order is not followed.</summary>
    public string? OrdersProblem => _orders.Problem;

    /// <exception cref="StartupException">A file of the data folder is damaged.</exception>
    public void Load()
    {
        Directory.CreateDirectory(folder);
        _known.Load();
        _orders.ReadFirst();
    }

    /// <summary>True: the operator said something new.</summary>
    public bool FollowOrders() => _orders.Follow();

    /// <summary>Null unless the operator blocked it, by the policy or by a command.</summary>
    public PluginBlock? BlockOf(string id) =>
        policy.Blocked.Concat(_orders.Orders.Blocked).FirstOrDefault(block => block.Id == id);

    /// <summary>Content to keep from an earlier run.</summary>
    public bool Holds(string id, string content) => _known.Holds(id, content);

    /// <summary>What was used before, while its folder holds something that is not taken.</summary>
    public string? HeldContent(string id) => _known.Find(id) is { IsHeld: true } known ? known.Content : null;

    /// <summary>Words for content that was trusted before.</summary>
    public string WordsForHeld(string id) => SignerOfHeld(id) is { } key ? Signed(key, policy.PinFor(id)) : Unsigned;

    public string? SignerOfHeld(string id) => _known.Find(id)?.Key;

    /// <param name="digest">The folder's files without plugin.sig.</param>
    /// <param name="content">All of the folder's files.</param>
    /// <param name="signature">plugin.sig; null: there is none.</param>
    public TrustVerdict Judge(PluginManifest manifest, string digest, string content, byte[]? signature)
    {
        if (bundled.Has(manifest.Id, digest))
            return new TrustVerdict.Trusted(null, Built);
        string? key = null;
        if (signature is not null)
        {
            key = SignatureCheck.Read(signature, manifest.Id, manifest.Version, digest, out var errors)?.Id;
            if (key is null)
                return new TrustVerdict.Refused(errors);
        }

        if (WhyNot(manifest.Id, key) is { } problem)
            // An unsigned folder may be one whose signature has still to arrive.
            return new TrustVerdict.Refused([new ManifestError("", problem) { MayStillArrive = key is null }]);
        if (LeftToWait(manifest.Id, content) is { } left && left > TimeSpan.Zero)
            return new TrustVerdict.Waiting(left);
        return new TrustVerdict.Trusted(key, key is null ? Unsigned : Signed(key, policy.PinFor(manifest.Id)));
    }

    /// <summary>How long an update has still to wait; null: it has not.</summary>
    public TimeSpan? LeftToWait(string id, string content) =>
        policy.CoolDown > TimeSpan.Zero && _known.Find(id) is { } known && known.Content != content && _orders.Orders.For(id)?.Content != content
            ? _known.Left(id, content, policy.CoolDown)
            : null;

    /// <summary>It passed all checks and is used from now on.</summary>
    public void Took(string id, TrustVerdict.Trusted verdict, string content) => _known.Took(id, verdict.Key, content);

    /// <summary>What lies in its folder is not taken.</summary>
    public void Hold(string id) => _known.Hold(id);

    private string? WhyNot(string id, string? key)
    {
        if (policy.PinFor(id) is { } pin)
            return key is not null && pin.Keys.Contains(key) ? null : NotPinned(pin, key);
        var accepted = _orders.Orders.For(id)?.Key;
        if (key is null && !policy.AllowsUnsigned)
            return "Nobody has signed it, and this host takes signed plugins only. Ask its publisher for a signed copy, sign it with a key of yours (pluginroom sign), or allow unsigned plugins in the trust policy.";
        if (accepted is not null)
            return accepted == (key ?? Acceptance.Unsigned) ? null : NotAccepted(id, accepted, key);
        if (_known.Find(id)?.Key is { } before && before != key)
            return $"It was signed with the key {PublisherKey.Shorten(before)} when this host took it, and now it {Who(key)}. {HowToAccept(id, key)}";
        return key is not null && bundled.HasId(id)
            ? $"A plugin of this id comes with this host, and this one {Who(key)}. {HowToAccept(id, key)}"
            : null;
    }

    private static string NotPinned(PublisherPin pin, string? key) =>
        $"The trust policy takes {pin.Plugins} only with a signature of {pin.Name ?? "the keys that it names"}, and this {Who(key)}. "
        + "Get the plugin from its publisher, or add the key to the policy.";

    private static string NotAccepted(string id, string accepted, string? key) =>
        $"The operator accepted it {(accepted == Acceptance.Unsigned ? "without a signature" : $"with the key {PublisherKey.Shorten(accepted)}")}, and it {Who(key)}. {HowToAccept(id, key)}";

    private static string Who(string? key) => key is null ? "is unsigned" : $"is signed with the key {PublisherKey.Shorten(key)}";

    private static string HowToAccept(string id, string? key) =>
        $"If you know that this is right, run: pluginroom accept {id} --key {key ?? Acceptance.Unsigned}";

    private static string Signed(string key, PublisherPin? pin) => pin is { Name: { } name }
        ? $"signed by {name}, whom this host's operator knows"
        : $"signed with the key {PublisherKey.Shorten(key)}{(pin is null ? "" : ", which this host's operator knows")}";
}
