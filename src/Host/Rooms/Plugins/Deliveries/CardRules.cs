using System.Text.RegularExpressions;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins.Deliveries;

/// <summary>What a card may hold. The page has cleaned it; what comes otherwise comes from a page that was changed.</summary>
internal static partial class CardRules
{
    private const int MaxLinkLength = 200;

    /// <summary>Null: nothing is wrong.</summary>
    public static HubError? Problem(CardFields fields)
    {
        foreach (var (name, text, most) in Lines(fields))
            if (text is not null && (text.Length == 0 || text.Length > most || !OneLine().IsMatch(text)))
                return Refusals.Malformed($"\"{name}\" is one line of 1 to {most} characters that can be seen, or null.");
        return fields.Link is { } link && !IsLink(link)
            ? Refusals.Malformed($"\"link\" is an https address of up to {MaxLinkLength} characters without a user name, or null.")
            : null;
    }

    public static int SizeOf(CardFields fields) => Lines(fields).Sum(line => line.Text?.Length ?? 0) + (fields.Link?.Length ?? 0);

    private static IEnumerable<(string Name, string? Text, int Most)> Lines(CardFields fields) =>
    [
        ("displayName", fields.DisplayName, 64),
        ("pronouns", fields.Pronouns, 32),
        ("role", fields.Role, 64),
        ("organisation", fields.Organisation, 64),
        ("about", fields.About, 280),
    ];

    private static bool IsLink(string link) =>
        link.Length <= MaxLinkLength && OneLine().IsMatch(link) && Uri.TryCreate(link, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0 && address.Host.Length > 0;

    [GeneratedRegex(TextForPeople.Pattern)]
    private static partial Regex OneLine();
}
