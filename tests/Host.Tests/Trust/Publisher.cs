using System.Security.Cryptography;
using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Trust.Signing;

namespace PluginRoom.Host.Tests.Trust;

/// <summary>Somebody with a key pair who signs plugin folders.</summary>
internal sealed class Publisher : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string Id => PublisherKey.Of(_key).Id;

    public void Dispose() => _key.Dispose();

    public void Sign(string folder, Func<PluginSignature, PluginSignature>? change = null)
    {
        var read = PluginFolderDigest.Read(folder);
        Write(folder, PluginSignature.Make(_key, read.Id, read.Version, read.Digest), change);
    }

    /// <summary>Signs what is changed, as somebody with this key could.</summary>
    public void SignAfter(string folder, Func<PluginSignature, PluginSignature> change)
    {
        var read = PluginFolderDigest.Read(folder);
        var changed = change(PluginSignature.Make(_key, read.Id, read.Version, read.Digest));
        var signature = _key.SignData(changed.Canonical(), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        Write(folder, changed with { Signature = Convert.ToBase64String(signature) });
    }

    private static void Write(string folder, PluginSignature signature, Func<PluginSignature, PluginSignature>? change = null) =>
        File.WriteAllBytes(Path.Combine(folder, PluginSignature.FileName), StrictDocument.Write(change?.Invoke(signature) ?? signature));
}
