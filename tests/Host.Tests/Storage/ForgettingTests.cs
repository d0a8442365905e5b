using System.Runtime.Versioning;
using PluginRoom.Host.Storage;
using PluginRoom.Host.Storage.Entries;
using PluginRoom.Host.Vocabulary;
using Xunit;

namespace PluginRoom.Host.Tests.Storage;

/// <summary>
/// Whoever has the files, even a copy from before, and every key that still exists, opens nothing that is over. Each test first shows
/// that there was something to open, where a key is on the disk at all.
/// </summary>
public sealed class ForgettingTests
{
    private const string Marker = "zebra-crossing-4711";
    private const string KeyMarker = "giraffe-lane-0815";

    [Fact]
    public async Task Neither_values_nor_keys_nor_rooms_nor_plugins_can_be_read_in_the_files()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("secret-standup");

        await StorageFixture.Write(store, KeyMarker, Marker);
        await StorageFixture.Write(store, KeyMarker + "2", Marker, StorageFixture.Day, StorageFixture.Label(StorageFixture.ChatOf(SubjectId.New())));

        Assert.True(storage.EveryByte().Length > 1_000);
        foreach (var text in (string[])[Marker, KeyMarker, "secret-standup", StorageFixture.Plugin, "content.chat"])
            Assert.False(storage.FolderHolds(text), text);
    }

    [Fact]
    public async Task What_ends_with_the_room_has_no_key_on_the_disk_even_while_the_room_lasts()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");
        await StorageFixture.Write(store, "key", Marker);

        using var copy = storage.Steal();

        Assert.Single(copy.Rows());
        Assert.False(File.Exists(storage.KeyPath));
        await storage.Restart();
        Assert.Null(await StorageFixture.Read(storage.Open("standup"), "key"));
        Assert.False(File.Exists(storage.DatabasePath));
    }

    [Fact]
    public async Task The_rooms_end_destroys_the_keys_of_what_ends_with_it()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup", out var room);
        await StorageFixture.Write(store, "key", Marker);
        var entry = store.Find(StorageScope.Room, "key")!;
        using var copy = storage.Steal();

        await room.CloseAsync();

        Assert.True(entry.Secret!.IsDestroyed);
        Assert.Throws<ObjectDisposedException>(() => entry.Secret.Bytes.Length);
        Assert.Single(copy.Rows());
        Assert.Null(await StorageFixture.Read(storage.Open("standup"), "key"));
        var late = await Assert.ThrowsAsync<StorageException>(() => StorageFixture.Write(store, "late", Marker));
        Assert.Equal(StorageException.Gone, late.Code);
        Assert.Null(await StorageFixture.Read(store, "key"));
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("replace")]
    [InlineData("revoke")]
    [InlineData("expire")]
    [InlineData("remove the plugin")]
    public async Task A_copy_of_the_files_is_worthless_once_the_value_is_over(string how)
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup", out var room);
        var ada = StorageFixture.ChatOf(SubjectId.New());
        await StorageFixture.Write(store, "key", Marker, StorageFixture.Day, StorageFixture.Label(ada));
        await StorageFixture.Write(store, "other", "stays", StorageFixture.Day with { AtMost = TimeSpan.FromDays(9) });
        using var copy = storage.Steal();
        Assert.Equal(2, copy.OpenedBy(copy.Keys));

        await End(how, storage, store, room, ada);

        Assert.Equal(how == "remove the plugin" ? 0 : 1, copy.OpenedBy(StolenCopy.KeysOf(storage.Folder)));
    }

    [Fact]
    public async Task Deleted_rows_are_overwritten_in_the_database_as_well()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");
        await StorageFixture.Write(store, "key", Marker);
        byte[] sealedValue;
        using (var copy = storage.Steal())
            sealedValue = copy.Rows().Single().Value;
        Assert.True(storage.EveryByte().AsSpan().IndexOf(sealedValue) >= 0);

        await store.DeleteAsync(StorageScope.Room, "key", StorageFixture.Nobody);
        await storage.Host.SweepAsync();

        Assert.True(storage.EveryByte().AsSpan().IndexOf(sealedValue) < 0);
    }

    [Fact]
    public async Task What_was_deleted_takes_no_place_on_the_disk()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup", out var room);
        for (var number = 0; number < 20; number++)
            await StorageFixture.Write(store, $"key {number}", new string('x', 200_000));
        await storage.Host.SweepAsync();
        Assert.True(storage.EveryByte().Length > 20 * 200_000);

        await room.CloseAsync();
        await storage.Host.SweepAsync();

        Assert.InRange(storage.EveryByte().Length, 1, 100_000);
    }

    [Fact]
    public async Task Revoking_deletes_what_carries_the_tag_and_counts_it()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");
        var (ada, ben) = (SubjectId.New(), SubjectId.New());
        var both = StorageFixture.Label(StorageFixture.ChatOf(ada), StorageFixture.ChatOf(ben));
        await StorageFixture.Write(store, "both", Marker, label: both);
        await StorageFixture.Write(store, "ada", Marker, StorageFixture.Day, StorageFixture.Label(StorageFixture.ChatOf(ada)));
        await StorageFixture.Write(store, "ben", "stays", label: StorageFixture.Label(StorageFixture.ChatOf(ben)));
        await StorageFixture.Write(store, "her name", "stays", label: StorageFixture.Label(new StorageTag(DataCategory.IdentityProfile, ada)));
        await StorageFixture.Write(store, "kept for Ben", "stays", label: both, scope: StorageScope.Of(ben));

        var (count, destroyed) = store.Forget(SinkKind.StorageRoom, StorageFixture.ChatOf(ada));
        await destroyed;

        Assert.Equal(2, count);
        Assert.Equal(["ben", "her name"], store.List(StorageScope.Room, "").Select(entry => entry.Key));
        Assert.Equal("stays", await StorageFixture.Read(store, "kept for Ben", StorageScope.Of(ben)));
        Assert.Equal(1, store.Forget(SinkKind.StorageUser, StorageFixture.ChatOf(ada)).Count);
        Assert.Equal(0, store.Forget(SinkKind.StorageRoom, StorageFixture.ChatOf(ada)).Count);
    }

    [Fact]
    public async Task What_was_on_its_way_to_the_disk_when_its_person_revoked_does_not_arrive()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");
        var ada = StorageFixture.ChatOf(SubjectId.New());

        var writing = StorageFixture.Write(store, "key", Marker, StorageFixture.Day, StorageFixture.Label(ada));
        var (count, destroyed) = store.Forget(SinkKind.StorageRoom, ada);
        await writing;
        await destroyed;

        Assert.Equal(1, count);
        Assert.Null(store.Find(StorageScope.Room, "key"));
        using var copy = storage.Steal();
        Assert.Empty(copy.Rows());
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_files_are_their_owners_alone()
    {
        await using var storage = await StorageFixture.Start();
        await StorageFixture.Write(storage.Open("standup"), "key", Marker, StorageFixture.Day);

        foreach (var file in Directory.EnumerateFiles(storage.Folder))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    private static async Task End(string how, StorageFixture storage, PluginStore store, RoomStore room, StorageTag ada)
    {
        switch (how)
        {
            case "delete":
                await store.DeleteAsync(StorageScope.Room, "key", StorageFixture.Nobody);
                break;
            case "replace":
                await StorageFixture.Write(store, "key", "harmless");
                break;
            case "revoke":
                await store.Forget(SinkKind.StorageRoom, ada).Destroyed;
                break;
            case "expire":
                storage.Clocks.Pass(TimeSpan.FromHours(24));
                await storage.Host.SweepAsync();
                break;
            default:
                await room.DropAsync(StorageFixture.Plugin);
                break;
        }
    }
}
