using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace PluginRoom.Gauntlet.Canary;

/// <summary>Names one attempt wherever it can put a word: in a path, a DNS label, a STUN user name, a payload.</summary>
internal static partial class CanaryToken
{
    public static string New() => $"cy{RandomNumberGenerator.GetHexString(12, lowercase: true)}yc";

    public static IEnumerable<string> In(string text) => Shape.Matches(text).Select(match => match.Value.ToLowerInvariant()).Distinct();

    // In any case: resolvers may mix the case of a name's letters.
    [GeneratedRegex("cy[0-9a-f]{12}yc", RegexOptions.IgnoreCase)]
    private static partial Regex Shape { get; }
}
