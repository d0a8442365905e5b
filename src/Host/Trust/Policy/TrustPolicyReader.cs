using System.Text.RegularExpressions;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Trust.Signing;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Trust.Policy;

/// <summary>bytes -> document -> <see cref="TrustPolicy"/>, or all that is wrong with JSON pointers.</summary>
internal static partial class TrustPolicyReader
{
    /// <param name="name">What the file is called in messages.</param>
    /// <param name="loopbackOnly">Only this machine reaches the host.</param>
    public static TrustPolicy? Read(ReadOnlyMemory<byte> file, string name, bool loopbackOnly, out IReadOnlyList<ManifestError> errors)
    {
        var list = new ErrorList();
        var document = StrictDocument.Read<TrustPolicyDocument>(file, name, list);
        var coolDown = TimeSpan.Zero;
        if (document is not null)
            Check(document, list, out coolDown);
        errors = list.ToList();
        return errors.Count == 0 ? new TrustPolicy(document!, loopbackOnly, coolDown) : null;
    }

    private static void Check(TrustPolicyDocument document, ErrorList errors, out TimeSpan coolDown)
    {
        coolDown = TimeSpan.Zero;
        if (document.CoolDown is { } text)
        {
            if (Retention.Parse(text) is { Kind: RetentionKind.Duration, Duration: { } duration })
                coolDown = duration;
            else
                errors.Add("/coolDown", $"must be an ISO 8601 duration of at most ten years, such as P3D or PT12H, but is {Wording.Quote(text)}. For none leave it out.");
        }

        CheckPins(document.Publishers, errors);
        var blocked = new HashSet<string>();
        foreach (var (index, block) in document.Blocked.Index())
            if (!blocked.Add(block.Id))
                errors.Add($"/blocked/{index}/id", $"{block.Id} is there twice. Keep one of them.");
    }

    private static void CheckPins(IReadOnlyList<PublisherPin> pins, ErrorList errors)
    {
        var seen = new HashSet<string>();
        foreach (var (index, pin) in pins.Index())
        {
            if (!seen.Add(pin.Plugins))
                errors.Add($"/publishers/{index}/plugins", $"{pin.Plugins} is there twice. Put its keys into one of them.");
            if (pin.Keys.Count == 0)
                errors.Add($"/publishers/{index}/keys", "names no key, so no such plugin could ever be taken. Name one, or block the plugin.");
            foreach (var (at, key) in pin.Keys.Index())
                if (!KeyId().IsMatch(key))
                    errors.Add($"/publishers/{index}/keys/{at}", $"{PluginSignature.KeyIdRule}, but is {Wording.Quote(key)}.");
        }
    }

    [GeneratedRegex(PluginSignature.KeyIdPattern)]
    private static partial Regex KeyId();
}
