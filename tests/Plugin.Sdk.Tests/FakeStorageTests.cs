using PluginRoom.Sdk;
using PluginRoom.Sdk.Testing;
using Xunit;

namespace PluginRoom.Plugin.Sdk.Tests;

/// <summary>The fake refuses, labels and forgets as the host does.</summary>
public sealed class FakeStorageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_written_is_read_listed_and_deleted_for_the_room_and_for_each_person()
    {
        await using var room = new FakeRoom("storage.room", "storage.user");
        var (ana, ben) = (await room.JoinAsync("Ana"), await room.JoinAsync("Ben"));
        var (store, anas) = (room.View.Storage, room.View.UserStorage.Of(ana.Id));

        await store.WriteJsonAsync("b", new Point(1, 2), cancellationToken: Cancellation);
        await store.WriteAsync("a", "room"u8.ToArray(), Cancellation);
        await anas.WriteAsync("a", "Ana"u8.ToArray(), Cancellation);

        Assert.Equal(new Point(1, 2), await store.ReadJsonAsync<Point>("b", cancellationToken: Cancellation));
        Assert.Equal("Ana"u8.ToArray(), await anas.ReadAsync("a", Cancellation));
        Assert.Null(await room.View.UserStorage.Of(ben.Id).ReadAsync("a", Cancellation));
        Assert.Equal(["a", "b"], await store.ListAsync("", Cancellation));
        await store.DeleteAsync("a", Cancellation);
        Assert.Equal(["b"], await store.ListAsync("", Cancellation));
        Assert.Equal(["b"], room.Stored.Keys);
        Assert.Equal(0, await store.ReadJsonAsync<int>("nothing", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task What_is_not_declared_is_refused_out_of_the_task()
    {
        await using var room = new FakeRoom("storage.user");

        var refused = await Assert.ThrowsAsync<CapabilityDeniedException>(() => room.View.Storage.WriteAsync("key", default, Cancellation));

        Assert.Equal(("storage.room", "not-declared"), (refused.Capability, refused.Code));
        Assert.Equal(["storage.room"], room.Denied);
    }

    [Fact]
    public async Task Revoking_deletes_what_was_stored_of_that_person_and_no_more()
    {
        await using var room = new FakeRoom("chat.read", "storage.room");
        using var registration = room.View.Chat.OnMessage((line, cancellation) => room.View.Storage.WriteAsync(line.Text, line.Text.Select(c => (byte)c).ToArray(), cancellation));
        var (ana, ben) = (await room.JoinAsync("Ana"), await room.JoinAsync("Ben"));
        await ana.AllowAsync("content.chat");
        await ben.AllowAsync("content.chat");
        await ana.ChatAsync("of Ana");
        await ben.ChatAsync("of both");

        await ben.RefuseAsync("content.chat");
        Assert.Equal(["of Ana"], room.Stored.Keys);
        await ana.RefuseAsync("content.chat");
        Assert.Empty(room.Stored);
    }

    [Fact]
    public async Task What_was_read_from_storage_may_go_only_where_its_flows_go()
    {
        var manifest = Path.Combine(AppContext.BaseDirectory, $"{Guid.NewGuid()}.json");
        await File.WriteAllTextAsync(manifest, """
            { "capabilities": [ { "name": "chat.read" }, { "name": "chat.send" }, { "name": "storage.room" } ],
              "dataFlows": [ { "data": "content.chat", "to": "storage.room" } ] }
            """, Cancellation);
        await using var room = FakeRoom.FromManifest(manifest);
        room.Store("line", "secret"u8.ToArray(), await room.JoinAsync("Ana"), "content.chat");
        await room.View.Chat.SendAsync("knows nothing yet", Cancellation);

        Assert.Equal("secret"u8.ToArray(), await room.View.Storage.ReadAsync("line", Cancellation));
        var refused = await Assert.ThrowsAsync<CapabilityDeniedException>(() => room.View.Chat.SendAsync("secret", Cancellation));

        Assert.Equal("label", refused.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk")]
    public async Task A_key_out_of_bounds_is_refused_before_anything_is_asked(string key)
    {
        await using var room = new FakeRoom();

        await Assert.ThrowsAsync<ArgumentException>(() => room.View.Storage.ReadAsync(key, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => room.View.Storage.WriteAsync("key", new byte[IKeyValueStore.MaxValueBytes + 1], Cancellation));
        Assert.Empty(room.Denied);
    }

    private sealed record Point(int X, int Y);
}
