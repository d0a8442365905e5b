using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Probe.Parts;

internal sealed class HandedPart : ProbePart
{
    internal override void Add(IRoom room, Orders orders)
    {
        orders.On("chat.sendAsUser", (words, cancellation) => room.Chat.SendAsAsync(Person(words), words[(words.IndexOf(' ') + 1)..], cancellation));
        orders.On("files.pick", async (words, cancellation) =>
        {
            var files = await room.Files.PickAsync(Person(words), Request(words), cancellation);
            return string.Join('|', files.Select(file =>
                $"{file.Name} {file.Type} {file.Content.Length} {SumOf(file.Content.Span):x8}"));
        });
        orders.Listen("usercard.read", say => room.Cards.OnChanged((change, _) => Said(say, $"{change.From} {Words(change.Card)}")));
    }

    // Adler-32 (RFC 1950): scripts have no digest.
    private static uint SumOf(ReadOnlySpan<byte> data)
    {
        var (a, b) = (1u, 0u);
        foreach (var value in data)
        {
            a = (a + value) % 65521;
            b = (b + a) % 65521;
        }

        return b << 16 | a;
    }

    private static ParticipantId Person(string words) => new(words.Split(' ')[0]);

    // person largest count kinds
    private static FileRequest Request(string words)
    {
        var parts = words.Split(' ');
        return new()
        {
            MaxBytes = int.Parse(parts[1]),
            MaxFiles = int.Parse(parts[2]),
            Kinds = [.. parts[3..].Select(kind => Enum.Parse<FileKind>(kind, ignoreCase: true))],
        };
    }

    private static string Words(UserCard? card) => card is null
        ? "withdrawn"
        : string.Join(';', card.DisplayName, card.Pronouns, card.Role, card.Organisation, card.Link, card.About);
}
