using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PluginRoom.Host.Webhooks;

/// <summary>
/// What a delivery has to prove: made by whoever has the secret, for this body, within the last minutes. As Standard Webhooks 1.0
/// says it: HMAC-SHA-256 over <c>id.timestamp.body</c>.
/// </summary>
internal static class WebhookSignature
{
    /// <summary>How far a sender's clock may be off, and how old a delivery may be.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const string Version = "v1,";
    private const int MaxIdLength = 128;
    private const int MaxSignatures = 8;

    /// <summary>Null when it is proven; else which part of the proof is wrong.</summary>
    public static string? Problem(
        string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body, ReadOnlySpan<byte> secret, DateTimeOffset now)
    {
        // A dot would let one signed text be cut into id, time and body in two ways, and a captured delivery come back under a new id.
        if (id is not { Length: > 0 and <= MaxIdLength } || id.Any(c => c is '.' or <= ' ' or > '~'))
            return "webhook-id";
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) > (decimal)Tolerance.TotalSeconds)
            return "webhook-timestamp";
        return IsSigned(signatures ?? string.Empty, Expected(id, timestamp, body, secret)) ? null : "webhook-signature";
    }

    private static byte[] Expected(string id, string timestamp, ReadOnlySpan<byte> body, ReadOnlySpan<byte> secret)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hash.AppendData(Encoding.ASCII.GetBytes($"{id}.{timestamp}."));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    // A sender that changes its secret signs with both for a while.
    private static bool IsSigned(string signatures, byte[] expected)
    {
        Span<byte> given = stackalloc byte[expected.Length];
        foreach (var signature in signatures.Split(' ', MaxSignatures + 1).Take(MaxSignatures))
            if (signature.StartsWith(Version, StringComparison.Ordinal)
                && Convert.TryFromBase64String(signature[Version.Length..], given, out var length)
                && length == expected.Length
                && CryptographicOperations.FixedTimeEquals(given, expected))
                return true;
        return false;
    }
}
