using System.Text;

namespace PluginRoom.Host.Tests.Forgetting;

/// <summary>One text as it can lie in memory or in a file: UTF-8, UTF-16, base64 at each of the three places in its groups, and that as UTF-16.</summary>
internal static class MarkerForms
{
    public static IReadOnlyList<byte[]> Of(string marker)
    {
        var plain = Encoding.UTF8.GetBytes(marker);
        var texts = new List<string> { marker };
        foreach (var bytes in (byte[][])[plain, Encoding.Unicode.GetBytes(marker)])
            for (var shift = 0; shift < 3; shift++)
                texts.Add(Inside(bytes, shift));
        return [.. texts.Distinct().SelectMany(text => (byte[][])[Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text)])];
    }

    // Without the characters at both ends, which neighbours have a part in. The alphabets of base64 and base64url differ in two
    // characters only, which a marker of letters and digits as here may produce in either: both are looked for where they do.
    private static string Inside(byte[] bytes, int shift)
    {
        var text = Convert.ToBase64String([.. new byte[shift], .. bytes]);
        var first = shift == 0 ? 0 : 4;
        return text[first..((bytes.Length + shift) / 3 * 4)];
    }
}
