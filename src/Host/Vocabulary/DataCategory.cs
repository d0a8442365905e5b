namespace PluginRoom.Host.Vocabulary;

/// <summary>What kind of a person's data. A tag is a category and a subject. Closed list; the order is the bit in a label.</summary>
public enum DataCategory
{
    RoomMeta,
    IdentityPseudonym,
    IdentityProfile,
    IdentityCard,
    BehaviourPresence,
    BehaviourSpeaking,
    BehaviourInteraction,
    ContentChat,
    ContentFile,
    ContentAudio,
    ContentVideo,
    ContentScreen,
    PluginInput,
}

/// <summary>The names that manifests use.</summary>
public static class DataCategories
{
    private static readonly string[] Names =
    [
        "room.meta", "identity.pseudonym", "identity.profile", "identity.card", "behaviour.presence", "behaviour.speaking",
        "behaviour.interaction", "content.chat", "content.file", "content.audio", "content.video", "content.screen", "plugin.input",
    ];

    public static IReadOnlyList<string> All => Names;

    public static string Name(this DataCategory category) => Names[(int)category];

    public static DataCategory? Parse(string name) =>
        Array.IndexOf(Names, name) is var index and >= 0 ? (DataCategory)index : null;
}
