using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PluginRoom.Host.Rooms;

/// <summary>The secret by which a person takes their seat back. Only its hash stays here.</summary>
public sealed class ResumeToken
{
    private const int SecretBytes = 32;
    private readonly byte[] _hash;

    private ResumeToken(byte[] hash) => _hash = hash;

    public static (ResumeToken Token, string Secret) Create()
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return (new ResumeToken(Hash(secret)), secret);
    }

    /// <summary>Takes as long for a near miss as for a wild guess.</summary>
    public bool Matches(string secret) => CryptographicOperations.FixedTimeEquals(_hash, Hash(secret));

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
