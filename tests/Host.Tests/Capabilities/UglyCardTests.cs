using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

/// <summary><c>usercard.read</c>: what a page says that is no card. All of it in one room, which it leaves as it was.</summary>
public sealed class UglyCardTests(UglyCardTests.CardRoom cards) : IClassFixture<UglyCardTests.CardRoom>
{
    private const string Category = "identity.card";
    private static readonly string[] Names = ["displayName", "pronouns", "role", "organisation", "link", "about"];

    public static TheoryData<string> Ugly =>
    [
        """{ "displayName": "" }""",
        """{ "displayName": " leading" }""",
        """{ "displayName": "two\nlines" }""",
        """{ "displayName": "a\u202Eb" }""",
        """{ "displayName": "a\u200Bb" }""",
        """{ "displayName": "a\u0000b" }""",
        """{ "about": "half a character \ud83d" }""",
        """{ "about": 7 }""",
        """{ "nickname": "not a field" }""",
        $$"""{ "displayName": "{{new string('x', 65)}}" }""",
        $$"""{ "about": "{{new string('x', 281)}}" }""",
        $$"""{ "about": "{{new string('x', 300_000)}}" }""",
        """{ "link": "http://example.org" }""",
        """{ "link": "javascript:alert(1)" }""",
        """{ "link": "https://" }""",
        """{ "link": "example.org" }""",
        """{ "link": "https://paypal.com@evil.example/" }""",
        """{ "link": "https://example.org/a b\u202E" }""",
        $$"""{ "link": "https://example.org/{{new string('x', 200)}}" }""",
    ];

    [Theory, MemberData(nameof(Ugly))]
    public async Task A_card_that_no_page_would_send_is_refused(string fields)
    {
        var room = cards.Room;
        var missing = Names.Where(name => !fields.Contains($"\"{name}\"", StringComparison.Ordinal));
        var whole = fields[..^2] + string.Concat(missing.Select(name => $", \"{name}\": null")) + " }";

        var reply = await room.Ada.CallText("DeliverCard", $$"""{ "pluginIds": ["{{room.Plugin.Id}}"], "fields": {{whole}} }""");

        Assert.Equal("message.malformed", reply.GetProperty("error").GetProperty("code").GetString());
        Assert.True(await room.HeardNothing("usercard.read"));
    }

    /// <summary>Ada allows the probe to read her card, and it listens.</summary>
    public sealed class CardRoom : IAsyncLifetime
    {
        internal CapabilityRoom Room { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Room = await CapabilityRoom.Start("dotnet", new(["usercard.read"], $"{Category} ui"));
            await Room.Choose(Room.Ada, Category, "allow");
            await Room.Listen("usercard.read");
        }

        public ValueTask DisposeAsync() => Room.DisposeAsync();
    }
}
