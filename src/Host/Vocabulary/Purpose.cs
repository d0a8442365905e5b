namespace PluginRoom.Host.Vocabulary;

/// <summary>Why a plugin wants data. Closed list.</summary>
public enum Purpose
{
    Functionality,
    Accessibility,
    Moderation,
    Security,
    Analytics,
    Personalization,
    Training,
    Marketing,
}

/// <summary>The names that manifests use.</summary>
public static class Purposes
{
    private static readonly string[] Names =
    [
        "functionality", "accessibility", "moderation", "security", "analytics", "personalization", "training", "marketing",
    ];

    public static IReadOnlyList<string> All => Names;

    public static string Name(this Purpose purpose) => Names[(int)purpose];

    public static Purpose? Parse(string name) => Array.IndexOf(Names, name) is var index and >= 0 ? (Purpose)index : null;

    /// <summary>Those that are off unless a moderator of the room switches them on.</summary>
    public static IReadOnlyList<Purpose> OffAtFirst { get; } = [.. Enum.GetValues<Purpose>().Where(purpose => !purpose.IsOnByDefault())];

    /// <summary>False: off unless the room turns it on.</summary>
    public static bool IsOnByDefault(this Purpose purpose) => purpose is not (Purpose.Training or Purpose.Marketing);
}
