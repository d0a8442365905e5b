using PluginRoom.Host.Storage;
using PluginRoom.Host.Storage.Entries;
using PluginRoom.Host.Tests.Signaling;
using Xunit;

namespace PluginRoom.Host.Tests.Storage;

/// <summary>What a plugin wrote, it reads back, and nobody else does.</summary>
public sealed class StoreTests
{
    public static TheoryData<string> UglyKeys =>
    [
        " ", "\0", "\r\n", "'; DROP TABLE entries; --", "../../etc/passwd", "%s%n", "\u202Egnp.exe", "ключ", "👩‍👩‍👧", "\uFEFF", "a\u0301", "\u00E1", new string('k', 128),
    ];

    [Theory]
    [MemberData(nameof(UglyKeys))]
    public async Task Any_text_is_a_key(string key)
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");

        await StorageFixture.Write(store, key, "value");

        Assert.Equal("value", await StorageFixture.Read(store, key));
        Assert.Equal([key], store.List(StorageScope.Room, "").Select(entry => entry.Key));
    }

    [Fact]
    public async Task What_is_no_text_is_no_key()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");

        foreach (var key in (string[])["", "half a pair: \uD83D"])
        {
            var refused = await Assert.ThrowsAsync<StorageException>(() => StorageFixture.Write(store, key, "value"));
            Assert.Equal(StorageException.Key, refused.Code);
        }
    }

    [Fact]
    public async Task A_key_is_counted_in_bytes()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");

        await StorageFixture.Write(store, new string('é', 64), "128 bytes");
        var refused = await Assert.ThrowsAsync<StorageException>(() => StorageFixture.Write(store, new string('é', 64) + "x", "129 bytes"));

        Assert.Equal(StorageException.Key, refused.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(256 << 10)]
    public async Task Any_bytes_are_a_value(int length)
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");
        var value = new byte[length];
        for (var at = 0; at < length; at++)
            value[at] = (byte)(at * 31);

        byte[] given = [.. value];
        await store.WriteAsync(StorageScope.Room, "key", given, StorageFixture.Nobody, StorageRetention.Room, "terms");

        Assert.Equal(new byte[length], given);
        Assert.Equal(value, await store.ReadAsync(store.Find(StorageScope.Room, "key")!));
    }

    [Fact]
    public async Task What_was_written_last_is_there_and_what_was_deleted_is_not()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");

        await StorageFixture.Write(store, "key", "first");
        await StorageFixture.Write(store, "key", "second");
        Assert.Equal("second", await StorageFixture.Read(store, "key"));
        await store.DeleteAsync(StorageScope.Room, "key", StorageFixture.Nobody);

        Assert.Null(await StorageFixture.Read(store, "key"));
        Assert.Empty(store.List(StorageScope.Room, ""));
    }

    [Fact]
    public async Task Keys_are_listed_by_prefix_and_in_order()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");
        foreach (var key in (string[])["b/2", "a", "b/10", "B/1"])
            await StorageFixture.Write(store, key, "value");

        Assert.Equal(["b/10", "b/2"], store.List(StorageScope.Room, "b/").Select(entry => entry.Key));
    }

    [Fact]
    public async Task Rooms_plugins_and_persons_do_not_see_each_others_values()
    {
        await using var storage = await StorageFixture.Start();
        var standup = storage.Open("standup", out var room);
        var other = room.Of("org.example.other");
        var elsewhere = storage.Open("elsewhere");
        var (ada, ben) = (StorageScope.Of(SubjectId.New()), StorageScope.Of(SubjectId.New()));

        await StorageFixture.Write(standup, "key", "the room's");
        await StorageFixture.Write(standup, "key", "Ada's", scope: ada);

        Assert.Equal("the room's", await StorageFixture.Read(standup, "key"));
        Assert.Equal("Ada's", await StorageFixture.Read(standup, "key", ada));
        Assert.Null(await StorageFixture.Read(standup, "key", ben));
        Assert.Null(await StorageFixture.Read(other, "key"));
        Assert.Null(await StorageFixture.Read(elsewhere, "key"));
    }

    [Fact]
    public async Task A_value_that_is_too_large_is_refused_and_the_earlier_one_stays()
    {
        await using var storage = await StorageFixture.Start(new StorageLimits { ValueBytes = 10 });
        var store = storage.Open("standup");
        await StorageFixture.Write(store, "key", "0123456789");

        var refused = await Assert.ThrowsAsync<StorageException>(() => StorageFixture.Write(store, "key", "0123456789a"));

        Assert.Equal(StorageException.Value, refused.Code);
        Assert.Contains("11", refused.Message, StringComparison.Ordinal);
        Assert.Equal("0123456789", await StorageFixture.Read(store, "key"));
    }

    [Fact]
    public async Task The_number_of_values_is_limited_over_all_scopes_and_one_can_be_replaced_when_it_is_reached()
    {
        await using var storage = await StorageFixture.Start(new StorageLimits { Entries = 2 });
        var store = storage.Open("standup");
        await StorageFixture.Write(store, "a", "1");
        await StorageFixture.Write(store, "b", "2", scope: StorageScope.Of(SubjectId.New()));

        var refused = await Assert.ThrowsAsync<StorageException>(() => StorageFixture.Write(store, "c", "3"));
        await StorageFixture.Write(store, "a", "again");
        await store.DeleteAsync(StorageScope.Room, "a", StorageFixture.Nobody);
        await StorageFixture.Write(store, "c", "3");

        Assert.Equal(StorageException.Full, refused.Code);
        Assert.Equal("3", await StorageFixture.Read(store, "c"));
    }

    [Fact]
    public async Task Bytes_are_limited_keys_included_and_another_plugin_has_its_own()
    {
        await using var storage = await StorageFixture.Start(new StorageLimits { Bytes = 20 });
        var store = storage.Open("standup", out var room);
        await StorageFixture.Write(store, "key", "0123456789");

        var refused = await Assert.ThrowsAsync<StorageException>(() => StorageFixture.Write(store, "longer", "12"));
        await StorageFixture.Write(store, "longer", "1");
        await StorageFixture.Write(room.Of("org.example.other"), "key", "0123456789");

        Assert.Equal(StorageException.Full, refused.Code);
    }

    [Fact]
    public async Task What_is_on_its_way_to_the_disk_counts_already()
    {
        await using var storage = await StorageFixture.Start(new StorageLimits { Entries = 1 });
        var store = storage.Open("standup");

        var first = StorageFixture.Write(store, "a", "1");
        var second = Assert.ThrowsAsync<StorageException>(() => StorageFixture.Write(store, "b", "2"));
        await first;

        Assert.Equal(StorageException.Full, (await second).Code);
    }

    [Fact]
    public async Task A_slow_disk_holds_up_nobody_but_whoever_waits_for_it()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup", out var room);
        await StorageFixture.Write(store, "there", "value");
        using var disk = new ManualResetEventSlim();
        var slow = storage.Host.Desk.Queue.Run(() => disk.Wait(Browser.Deadline));

        var writing = StorageFixture.Write(store, "key", "value");
        var reading = StorageFixture.Read(store, "there");
        var deleting = store.DeleteAsync(StorageScope.Room, "there", StorageFixture.Nobody);

        Assert.Empty(store.List(StorageScope.Room, ""));
        Assert.NotNull(room.Of("org.example.other"));
        Assert.False(writing.IsCompleted || reading.IsCompleted || deleting.IsCompleted);
        disk.Set();
        await Task.WhenAll(slow, writing, deleting);

        // Asked for before it was deleted, read after: whoever asked is not given what is over.
        Assert.Null(await reading);
        Assert.Equal("value", await StorageFixture.Read(store, "key"));
    }

    [Fact]
    public async Task Whoever_finds_nothing_is_told_whose_data_that_may_be_about()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");
        var (ada, ben) = (StorageFixture.ChatOf(SubjectId.New()), StorageFixture.ChatOf(SubjectId.New()));

        await StorageFixture.Write(store, "it rained", "yes", label: StorageFixture.Label(ada));
        await store.DeleteAsync(StorageScope.Room, "it rained", StorageFixture.Label(ben));
        Assert.Equal([ada, ben], store.Traces(StorageScope.Room));
        store.Forget(Vocabulary.SinkKind.StorageRoom, ada);

        Assert.Equal([ben], store.Traces(StorageScope.Room));
        Assert.Empty(store.Traces(StorageScope.Of(SubjectId.New())));
    }
}
