using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Plugins.Manifest.Reading;

namespace PluginRoom.Host.Trust.Signing;

/// <summary>Whether a plugin.sig is of this plugin, of these files, and of the key that it names.</summary>
internal static class SignatureCheck
{
    /// <param name="file">plugin.sig.</param>
    /// <param name="digest">What the folder's files give, plugin.sig left out.</param>
    /// <returns>The key that signed; null with all errors that could be told.</returns>
    public static PublisherKey? Read(ReadOnlyMemory<byte> file, string id, string version, string digest, out IReadOnlyList<ManifestError> errors)
    {
        var list = new ErrorList();
        var key = StrictDocument.Read<PluginSignature>(file, PluginSignature.FileName, list) is { } signature
            ? Check(signature, id, version, digest, list)
            : null;
        // Pointers of an error lead into plugin.json; these lead into another file, which the message has to name.
        errors = [.. list.ToList().Select(error => new ManifestError("", error.Pointer.Length == 0 ? error.Message : $"{PluginSignature.FileName} at {error.Pointer}: {error.Message}")
        {
            // A copy that is under way has the old one beside new files, or half of the new one.
            MayStillArrive = true,
        })];
        return errors.Count == 0 ? key : null;
    }

    private static PublisherKey? Check(PluginSignature signature, string id, string version, string digest, ErrorList errors)
    {
        if (signature.Plugin != id)
            errors.Add("/plugin", $"It is the signature of {Wording.Quote(signature.Plugin)}, but this is {id}. Sign this folder.");
        if (signature.Version != version)
            errors.Add("/version", $"It is the signature of version {Wording.Quote(signature.Version)}, but this is {version}. Sign this version.");
        if (signature.Digest != digest)
            errors.Add("/digest", $"The folder's files give {digest}: something was changed, added or removed after it was signed. Get the plugin again, or sign it again if you changed it yourself.");
        if (Key(signature) is not { } key)
        {
            errors.Add("/publicKey", "It is not an ECDSA key on the curve P-256 in the form that pluginroom sign writes. Sign the folder again.");
            return null;
        }

        if (signature.KeyId != key.Id)
            errors.Add("/keyId", $"The public key has the id {key.Id}. Sign the folder again.");
        else if (!key.Verifies(signature.Canonical(), Convert.FromBase64String(signature.Signature)))
            errors.Add("/signature", "It was not made with this key for these values. Get the plugin again, or sign it again.");
        return key;
    }

    private static PublisherKey? Key(PluginSignature signature)
    {
        var bytes = new byte[signature.PublicKey.Length];
        return Convert.TryFromBase64String(signature.PublicKey, bytes, out var length) ? PublisherKey.Parse(bytes.AsSpan(0, length)) : null;
    }
}
