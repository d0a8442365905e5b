using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;

namespace PluginRoom.Host.Trust.Signing;

/// <summary>plugin.sig: a publisher's word that these are the files of this version of this plugin.</summary>
internal sealed record PluginSignature
{
    public const string FileName = "plugin.sig";
    public const string CurrentFormat = "pluginroom-signature-1";

    // So that nothing that is signed for another purpose can be passed off as this, and the other way round.
    private const string Domain = "PluginRoom plugin signature, format 1";

    [Description("Version of this file format.")]
    [RegularExpression("^pluginroom-signature-1$", ErrorMessage = "must be pluginroom-signature-1")]
    public required string Format { get; init; }

    [Description("How it was signed.")]
    [RegularExpression("^ecdsa-p256-sha256$", ErrorMessage = "must be ecdsa-p256-sha256")]
    public required string Algorithm { get; init; }

    [Description("The plugin's id.")]
    [StringLength(100, MinimumLength = 3)]
    public required string Plugin { get; init; }

    [Description("The plugin's version.")]
    [StringLength(64, MinimumLength = 1)]
    public required string Version { get; init; }

    [Description("SHA-256 over all files but this one, as in the manifest's \"integrity\".")]
    [RegularExpression("^sha256-[A-Za-z0-9+/]{43}=$", ErrorMessage = "must be sha256- and the base64 of a SHA-256 hash")]
    public required string Digest { get; init; }

    [Description("The publisher's public key, base64 of its SubjectPublicKeyInfo.")]
    [RegularExpression("^[A-Za-z0-9+/]{1,400}={0,2}$", ErrorMessage = "must be base64")]
    public required string PublicKey { get; init; }

    [Description("SHA-256 of the public key in hex.")]
    [RegularExpression(KeyIdPattern, ErrorMessage = KeyIdRule)]
    public required string KeyId { get; init; }

    [Description("The signature, base64 of 64 bytes.")]
    [RegularExpression("^[A-Za-z0-9+/]{86}==$", ErrorMessage = "must be the base64 of 64 bytes")]
    public required string Signature { get; init; }

    public const string KeyIdPattern = "^[0-9a-f]{64}$";
    public const string KeyIdRule = "must be 64 hex digits in lower case, as pluginroom keygen and verify print them";

    public static PluginSignature Make(ECDsa key, string plugin, string version, string digest)
    {
        var publisher = PublisherKey.Of(key);
        var unsigned = new PluginSignature
        {
            Format = CurrentFormat,
            Algorithm = PublisherKey.Algorithm,
            Plugin = plugin,
            Version = version,
            Digest = digest,
            PublicKey = Convert.ToBase64String(publisher.Info),
            KeyId = publisher.Id,
            Signature = "",
        };
        return unsigned with
        {
            Signature = Convert.ToBase64String(
                key.SignData(unsigned.Canonical(), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)),
        };
    }

    /// <summary>What is signed. Each part carries its length, so that no two lists of parts read the same.</summary>
    public byte[] Canonical()
    {
        var text = new StringBuilder();
        foreach (var part in (string[])[Domain, Format, Algorithm, Plugin, Version, Digest, KeyId])
            text.Append(null, $"{Encoding.UTF8.GetByteCount(part)}:{part}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
