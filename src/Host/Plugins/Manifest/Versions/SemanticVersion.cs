using System.Globalization;

namespace PluginRoom.Host.Plugins.Manifest.Versions;

/// <summary>A version by Semantic Versioning 2.0.0; build metadata is not kept, as it does not order.</summary>
/// <param name="Prerelease">Empty for a release.</param>
public readonly record struct SemanticVersion(int Major, int Minor, int Patch, string Prerelease = "") : IComparable<SemanticVersion>
{
    /// <summary>Null for anything but three numbers, optionally followed by <c>-prerelease</c> and <c>+build</c>.</summary>
    public static SemanticVersion? Parse(string text)
    {
        var release = text.Split('+', 2)[0];
        var (numbers, prerelease) = release.Split('-', 2) is [var core, var rest] ? (core, rest) : (release, "");
        return numbers.Split('.') is [var major, var minor, var patch]
            && Number(major) is { } a && Number(minor) is { } b && Number(patch) is { } c
            && (prerelease.Length > 0 || !release.Contains('-'))
            && prerelease.All(x => char.IsAsciiLetterOrDigit(x) || x is '-' or '.')
            ? new(a, b, c, prerelease)
            : null;
    }

    internal static int? Number(string text) =>
        text.Length is > 0 and < 10 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public int CompareTo(SemanticVersion other) =>
        (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch)) is var order && order != 0
            ? order
            : ComparePrerelease(Prerelease, other.Prerelease);

    public static bool operator <(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) < 0;

    public static bool operator <=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) > 0;

    public static bool operator >=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) >= 0;

    public override string ToString() => Prerelease.Length == 0 ? $"{Major}.{Minor}.{Patch}" : $"{Major}.{Minor}.{Patch}-{Prerelease}";

    // A release comes after its prereleases; their parts compare as numbers where both are, and a number comes before a word.
    private static int ComparePrerelease(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
            return right.Length.CompareTo(left.Length) is var order && left.Length == right.Length ? 0 : order;
        var (a, b) = (left.Split('.'), right.Split('.'));
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            var order = (Number(a[i]), Number(b[i])) switch
            {
                ({ } x, { } y) => x.CompareTo(y),
                ({ }, null) => -1,
                (null, { }) => 1,
                _ => string.CompareOrdinal(a[i], b[i]),
            };
            if (order != 0)
                return order;
        }

        return a.Length.CompareTo(b.Length);
    }
}
