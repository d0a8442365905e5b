using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PluginRoom.Host.Rooms.Plugins;

/// <summary>
/// Names people towards one plugin in one room. Another plugin, another room or the same room tomorrow sees other names, so
/// nothing can be put together from them.
/// </summary>
public sealed class Pseudonyms
{
    private const int Length = 16;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>16 characters of base64url.</summary>
    public string Of(string participantId) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(participantId)))[..Length];
}
