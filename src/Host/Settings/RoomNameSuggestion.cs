using System.Security.Cryptography;

namespace PluginRoom.Host.Settings;

/// <summary>A room name that can be read out over the phone, e.g. <c>amber-otter-harbour-37</c>.</summary>
internal static class RoomNameSuggestion
{
    private static readonly string[] Colours =
    [
        "amber", "azure", "coral", "copper", "crimson", "golden", "green", "indigo",
        "ivory", "jade", "lemon", "lilac", "olive", "russet", "silver", "violet",
    ];

    private static readonly string[] Animals =
    [
        "badger", "beaver", "dolphin", "falcon", "finch", "gecko", "heron", "ibis",
        "lynx", "magpie", "marten", "otter", "puffin", "robin", "stoat", "walrus",
    ];

    private static readonly string[] Places =
    [
        "bay", "bridge", "canyon", "cove", "delta", "forest", "garden", "harbour",
        "island", "lagoon", "meadow", "mill", "orchard", "ridge", "valley", "village",
    ];

    public static string Next() =>
        $"{Pick(Colours)}-{Pick(Animals)}-{Pick(Places)}-{RandomNumberGenerator.GetInt32(10, 100)}";

    private static string Pick(string[] words) => words[RandomNumberGenerator.GetInt32(words.Length)];
}
