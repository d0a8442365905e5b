using System.Buffers.Text;
using System.Security.Cryptography;

namespace PluginRoom.Host.Rooms;

/// <summary>A page's ephemeral ECDH P-256 key: an uncompressed point (SEC 1), base64url. The host only passes it on.</summary>
public static class PublicKey
{
    private const int PointBytes = 65;
    private const int CoordinateBytes = 32;
    private const byte Uncompressed = 4;

    /// <summary>Whether it is a point on the curve; a key that is none would only fail in everybody else's browser.</summary>
    public static bool IsValid(string text)
    {
        Span<byte> point = stackalloc byte[PointBytes];
        return text.Length == Base64Url.GetEncodedLength(PointBytes)
            && Base64Url.TryDecodeFromChars(text, point, out var written)
            && written == PointBytes
            && point[0] == Uncompressed
            && IsOnCurve(point[1..]);
    }

    private static bool IsOnCurve(ReadOnlySpan<byte> coordinates)
    {
        var parameters = new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = coordinates[..CoordinateBytes].ToArray(), Y = coordinates[CoordinateBytes..].ToArray() },
        };
        try
        {
            using var key = ECDiffieHellman.Create(parameters);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
