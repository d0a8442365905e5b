using System.Security.Cryptography;

namespace PluginRoom.Host.Trust.Signing;

/// <summary>
/// A publisher's public key: ECDSA on P-256 (FIPS 186-5). Ed25519 is not in .NET 10's public API. Of the ways to write such a key
/// down one is accepted, 91 bytes of SubjectPublicKeyInfo with the named curve and the point in full, so that a key has one id.
/// </summary>
public sealed class PublisherKey
{
    public const string Algorithm = "ecdsa-p256-sha256";

    private const int PointBytes = 65;
    private const string Label = "PUBLIC KEY";

    private readonly byte[] _info;

    private PublisherKey(byte[] info)
    {
        _info = info;
        Id = Convert.ToHexStringLower(SHA256.HashData(info));
    }

    /// <summary>SHA-256 of the SubjectPublicKeyInfo, 64 hex digits in lower case.</summary>
    public string Id { get; }

    public ReadOnlySpan<byte> Info => _info;

    // SEQUENCE { SEQUENCE { id-ecPublicKey, prime256v1 }, BIT STRING }, RFC 5480.
    private static ReadOnlySpan<byte> Head =>
        [0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00];

    /// <summary>Null for anything but a point on P-256 in that form.</summary>
    public static PublisherKey? Parse(ReadOnlySpan<byte> info)
    {
        if (info.Length != Head.Length + PointBytes || !info.StartsWith(Head) || info[Head.Length] != 4)
            return null;
        var key = new PublisherKey(info.ToArray());
        try
        {
            using var imported = key.Import();
            return key;
        }
        catch (CryptographicException)
        {
            // Not on the curve.
            return null;
        }
    }

    /// <summary>From a PEM file (RFC 7468) with one PUBLIC KEY.</summary>
    public static PublisherKey? ParsePem(ReadOnlySpan<char> text)
    {
        if (!PemEncoding.TryFind(text, out var fields) || !text[fields.Label].SequenceEqual(Label))
            return null;
        var info = new byte[fields.DecodedDataLength];
        return Convert.TryFromBase64Chars(text[fields.Base64Data], info, out var length) ? Parse(info.AsSpan(0, length)) : null;
    }

    public static PublisherKey Of(ECDsa key) =>
        Parse(key.ExportSubjectPublicKeyInfo()) ?? throw new CryptographicException("The key is not on the curve P-256.");

    /// <summary>For people to compare: the first 16 digits in groups of four.</summary>
    public static string Shorten(string id) => string.Join(' ', id[..16].Chunk(4).Select(part => new string(part)));

    public string ToPem() => PemEncoding.WriteString(Label, _info);

    /// <param name="signature">64 bytes, r and s (IEEE P1363).</param>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = Import();
        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private ECDsa Import()
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(_info, out _);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }
}
