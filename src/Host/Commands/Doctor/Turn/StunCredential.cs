using System.Security.Cryptography;
using System.Text;

namespace PluginRoom.Host.Commands.Doctor.Turn;

/// <summary>The long-term credential of STUN (RFC 8489, 9.2). Its MD5 and SHA-1 are what every TURN server speaks; nothing of ours rests on them.</summary>
#pragma warning disable CA5350, CA5351
internal static class StunCredential
{
    public const int IntegrityLength = HMACSHA1.HashSizeInBytes;

    public static byte[] Key(string userName, string realm, string credential) => MD5.HashData(Encoding.UTF8.GetBytes($"{userName}:{realm}:{credential}"));

    public static byte[] Integrity(byte[] key, ReadOnlySpan<byte> message) => HMACSHA1.HashData(key, message);
}
