using System.Globalization;
using PluginRoom.Host.Settings;

namespace PluginRoom.Host.Storage;

/// <summary>Reads <c>pluginMb=8,entries=1000,hostMb=1024,days=30</c>: what an operator may decide about what plugins keep.</summary>
internal static class StorageLimitsReader
{
    private const int PagesPerMb = (1 << 20) / 4096;

    private static readonly (string Name, int Least, int Most, Func<StorageLimits, int, StorageLimits> Set)[] Known =
    [
        ("pluginMb", 1, 1024, static (limits, value) => limits with { Bytes = (long)value << 20 }),
        ("entries", 1, 100_000, static (limits, value) => limits with { Entries = value }),
        ("hostMb", 16, 65_536, static (limits, value) => limits with { FilePages = value * PagesPerMb }),
        ("days", 1, 3_650, static (limits, value) => limits with { LongestRetention = TimeSpan.FromDays(value) }),
    ];

    /// <param name="source">Where the text comes from, for the error.</param>
    /// <exception cref="StartupException">It is no such list.</exception>
    public static StorageLimits Read(string text, string source)
    {
        var limits = new StorageLimits();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, { Length: > 0 } number])
                throw Wrong(source, $"'{part}' is not of the form name=number, such as pluginMb=8");
            if (Array.Find(Known, known => known.Name == name) is not { Name: not null } limit)
                throw Wrong(source, $"there is no limit '{name}'. The limits are {string.Join(", ", Known.Select(static known => known.Name))}");
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < limit.Least || value > limit.Most)
                throw Wrong(source, $"{name} must be a whole number from {limit.Least} to {limit.Most}, but is '{number}'");
            if (!seen.Add(name))
                throw Wrong(source, $"{name} is there twice");
            limits = limit.Set(limits, value);
        }

        return limits;
    }

    private static StartupException Wrong(string source, string problem) => new($"{source}: {problem}.");
}
