using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Rooms.Plugins.Keeping;
using PluginRoom.Host.Storage.Entries;
using PluginRoom.Host.Tests.Plugins.Manifest;
using PluginRoom.Host.Vocabulary;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms.Plugins.Keeping;

/// <summary>The shortest of the flows that apply, and the words that a stored value rests on.</summary>
public sealed class KeepingTermsTests
{
    private const uint Chat = 1u << (int)DataCategory.ContentChat;
    private const uint Pseudonym = 1u << (int)DataCategory.IdentityPseudonym;

    [Theory]
    [InlineData("PT24H", "P30D", 24 * 60, false)]
    [InlineData("P30D", "PT24H", 24 * 60, false)]
    [InlineData("PT24H", "room", 24 * 60, true)]
    [InlineData("room", "PT90M", 90, true)]
    public void The_shortest_of_all_flows_counts_and_the_rooms_end_with_it(string chat, string pseudonym, int minutes, bool endsWithRoom)
    {
        var retention = KeepingTerms.RetentionFor(Manifest(chat, pseudonym), SinkName.StorageRoom, Chat | Pseudonym);

        Assert.Equal(new StorageRetention(endsWithRoom, TimeSpan.FromMinutes(minutes)), retention);
    }

    [Fact]
    public void A_flow_of_what_was_not_seen_does_not_count()
    {
        var retention = KeepingTerms.RetentionFor(Manifest("P30D", "PT1S"), SinkName.StorageRoom, Chat);

        Assert.Equal(new StorageRetention(false, TimeSpan.FromDays(30)), retention);
    }

    [Fact]
    public void What_holds_nobodys_data_ends_with_the_room()
    {
        Assert.Equal(StorageRetention.Room, KeepingTerms.RetentionFor(Manifest("P30D", "P30D"), SinkName.StorageRoom, 0));
    }

    [Fact]
    public void What_no_flow_takes_there_is_not_kept()
    {
        Assert.Null(KeepingTerms.RetentionFor(Manifest("room", "room"), SinkName.StorageUser, Chat));
    }

    [Fact]
    public void Keeping_for_no_time_is_an_error_of_the_manifest()
    {
        var errors = SampleManifest.Errors(json => Change(json, "none", "room"));

        Assert.Contains(errors, error => error.Pointer == "/dataFlows/3/retention" && error.Message.Contains("storage.room", StringComparison.Ordinal));
    }

    [Fact]
    public void The_terms_change_with_every_flow_that_they_rest_on_and_with_no_other()
    {
        var before = TermsOf("room", "room", "PT24H");

        Assert.Equal(before, TermsOf("room", "PT1H", "PT24H"));
        Assert.NotEqual(before, TermsOf("PT1H", "room", "PT24H"));
        // content.chat to ui: not to storage, but nobody's chat arrives without it.
        Assert.NotEqual(before, TermsOf("room", "room", "PT23H"));
    }

    private static string TermsOf(string chat, string pseudonym, string chatToUi) => KeepingTerms.Of(
        SampleManifest.Valid(json =>
        {
            Change(json, chat, pseudonym);
            SampleManifest.Set(json, "/dataFlows/0/retention", $"\"{chatToUi}\"");
        }).ToFlowTable(),
        SinkName.StorageRoom,
        Chat);

    private static PluginManifest Manifest(string chat, string pseudonym) => SampleManifest.Valid(json => Change(json, chat, pseudonym));

    private static void Change(System.Text.Json.Nodes.JsonObject json, string chat, string pseudonym)
    {
        SampleManifest.Set(json, "/capabilities/-", """{ "name": "storage.room", "reason": "Keeps them" }""");
        SampleManifest.Set(json, "/dataFlows/-", $$"""{ "data": "content.chat", "to": "storage.room", "purpose": "functionality", "retention": "{{chat}}" }""");
        SampleManifest.Set(json, "/dataFlows/-", $$"""{ "data": "identity.pseudonym", "to": "storage.room", "purpose": "functionality", "retention": "{{pseudonym}}" }""");
    }
}
