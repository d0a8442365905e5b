namespace PluginRoom.Host.Plugins.Manifest.Versions;

/// <summary>A version whose end may be left open: <c>1</c>, <c>1.2</c>, <c>1.x</c>, <c>*</c>. It stands for all versions that begin so.</summary>
internal readonly record struct PartialVersion(int? Major, int? Minor, int? Patch, string Prerelease)
{
    /// <summary>The first version that it covers.</summary>
    public SemanticVersion First => new(Major ?? 0, Minor ?? 0, Patch ?? 0, Prerelease);

    /// <summary>The first version after all that it covers; null: it covers every version.</summary>
    public SemanticVersion? Next => this switch
    {
        { Major: null } => null,
        { Minor: null } => After(Major.Value + 1, 0, 0),
        { Patch: null } => After(Major.Value, Minor.Value + 1, 0),
        { Prerelease.Length: > 0 } => new(Major.Value, Minor.Value, Patch.Value, Prerelease + ".0"),
        _ => After(Major.Value, Minor.Value, Patch.Value + 1),
    };

    /// <summary>Where <c>~</c> ends.</summary>
    public SemanticVersion? NextMinor => this switch
    {
        { Major: null } or { Minor: null } => Next,
        _ => After(Major.Value, Minor.Value + 1, 0),
    };

    /// <summary>Where <c>^</c> ends: the leftmost number that is not zero may not change.</summary>
    public SemanticVersion? NextBreaking => this switch
    {
        { Major: null } => null,
        { Major: > 0 } or { Minor: null } => After(Major.Value + 1, 0, 0),
        { Minor: > 0 } or { Patch: null } => After(0, Minor.Value + 1, 0),
        _ => After(0, 0, Patch.Value + 1),
    };

    public static PartialVersion? Parse(string text)
    {
        // A full version may carry a prerelease; an open one may not.
        if (SemanticVersion.Parse(text) is { } full)
            return new(full.Major, full.Minor, full.Patch, full.Prerelease);
        var numbers = text.Split('.');
        if (numbers.Length > 3)
            return null;
        var parts = new int?[3];
        var open = false;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] is "x" or "X" or "*")
                open = true;
            else if (!open && SemanticVersion.Number(numbers[i]) is { } number)
                parts[i] = number;
            else
                return null;
        }

        return new(parts[0], parts[1], parts[2], "");
    }

    // Prereleases of the next version are outside as well: "-0" is before all of them.
    private static SemanticVersion After(int major, int minor, int patch) => new(major, minor, patch, "0");
}
