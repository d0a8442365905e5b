using System.ComponentModel.DataAnnotations;
using System.Globalization;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Settings;

namespace PluginRoom.Host.Plugins.Limits;

/// <summary>Reads <c>memoryMb=256,cpuPercent=50</c>. The names and ranges are those of a manifest's <c>server.limits</c>.</summary>
internal static class LimitCeilingReader
{
    private static readonly Dictionary<string, RangeAttribute> Ranges = ManifestJson.Options.GetTypeInfo(typeof(ManifestLimits)).Properties
        .ToDictionary(static property => property.Name, static property => ValueCheck.Find<RangeAttribute>(property)!);

    /// <param name="source">Where the text comes from, for the error.</param>
    /// <exception cref="StartupException">It is no such list.</exception>
    public static LimitCeiling Read(string text, string source)
    {
        var most = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, { Length: > 0 } number])
                throw Wrong(source, $"{Wording.Quote(part)} is not of the form name=number, such as memoryMb=256");
            if (!Ranges.TryGetValue(name, out var range))
                throw Wrong(source, $"there is no limit {Wording.Quote(name)}.{Wording.DidYouMean(name, Ranges.Keys)} The limits are {Wording.List(Ranges.Keys)}");
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || !range.IsValid(value))
                throw Wrong(source, $"{name} must be a whole number from {range.Minimum} to {range.Maximum}, but is {Wording.Quote(number)}");
            if (!most.TryAdd(name, value))
                throw Wrong(source, $"{name} is there twice");
        }

        return new(most);
    }

    private static StartupException Wrong(string source, string problem) => new($"{source}: {problem}.");
}
