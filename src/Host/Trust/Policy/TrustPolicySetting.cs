using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Settings;

namespace PluginRoom.Host.Trust.Policy;

/// <summary>From the setting to the policy: no setting is the default, a file that is wrong in anything starts no host.</summary>
internal static class TrustPolicySetting
{
    /// <exception cref="StartupException">All that is wrong with the file, each with its JSON pointer.</exception>
    public static TrustPolicy Read((string Text, string Source)? setting, bool loopbackOnly)
    {
        if (setting is not var (text, source))
            return new TrustPolicy(new TrustPolicyDocument(), loopbackOnly, TimeSpan.Zero);
        if (text.Contains('\0'))
            throw new StartupException($"{source} must be a file, but contains a NUL character.");
        var file = Path.GetFullPath(text);
        return TrustPolicyReader.Read(Content(file, source), Path.GetFileName(file), loopbackOnly, out var errors)
            ?? throw new StartupException($"{source} names {file}, which is no trust policy. {string.Join(" | ", errors)} | docs/operating.md says what belongs into it.");
    }

    private static byte[] Content(string file, string source)
    {
        try
        {
            using var stream = File.OpenRead(file);
            // What is larger is refused for its size, and is not read for that.
            var content = new byte[Math.Min(stream.Length, JsonText.MaxBytes + 1)];
            stream.ReadExactly(content);
            return content;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{source} names {file}, which cannot be read ({e.Message}). Name a file that can be, or leave it out.", e);
        }
    }
}
