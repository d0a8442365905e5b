using PluginRoom.Host.Storage;
using PluginRoom.Host.Storage.Entries;
using Xunit;

namespace PluginRoom.Host.Tests.Storage;

/// <summary>How long a value is there: to the instant for whoever asks, and its key until the next sweep.</summary>
public sealed class RetentionTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task A_duration_ends_to_the_instant_also_while_the_room_lasts()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");
        await StorageFixture.Write(store, "key", "value", new StorageRetention(EndsWithRoom: true, TimeSpan.FromSeconds(90)));

        storage.Clocks.Pass(TimeSpan.FromSeconds(90) - Instant);
        Assert.Equal("value", await StorageFixture.Read(store, "key"));
        storage.Clocks.Pass(Instant);

        Assert.Null(store.Find(StorageScope.Room, "key"));
        Assert.Empty(store.List(StorageScope.Room, ""));
    }

    [Fact]
    public async Task The_sweep_destroys_the_keys_of_what_is_over_without_being_asked()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");
        await StorageFixture.Write(store, "short", "value", new StorageRetention(true, TimeSpan.FromMinutes(1)));
        await StorageFixture.Write(store, "long", "value");
        var (over, alive) = (store.Find(StorageScope.Room, "short")!, store.Find(StorageScope.Room, "long")!);

        storage.Clocks.Pass(TimeSpan.FromMinutes(1));
        // The timer has asked for it; this waits for the thread that does it.
        await storage.Host.SweepAsync();

        Assert.Equal((true, false), (over.Secret!.IsDestroyed, alive.Secret!.IsDestroyed));
        using var copy = storage.Steal();
        Assert.Single(copy.Rows());
    }

    [Fact]
    public async Task A_duration_outlives_its_room_and_the_next_room_of_that_name_finds_it()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup", out var room);
        var label = StorageFixture.Label(StorageFixture.ChatOf(SubjectId.New()));
        await StorageFixture.Write(store, "minutes", "we met", StorageFixture.Day, label);
        await StorageFixture.Write(store, "draft", "not yet");
        await room.CloseAsync();

        var next = storage.Open("standup", out var second);
        Assert.Equal("we met", await StorageFixture.Read(next, "minutes"));
        Assert.Equal(label, next.Find(StorageScope.Room, "minutes")!.Label);
        Assert.Null(await StorageFixture.Read(next, "draft"));
        Assert.Null(await StorageFixture.Read(storage.Open("elsewhere"), "minutes"));
        await second.CloseAsync();

        Assert.Equal("we met", await StorageFixture.Read(storage.Open("standup"), "minutes"));
    }

    [Fact]
    public async Task A_duration_survives_the_hosts_restart_with_its_label_and_its_end()
    {
        await using var storage = await StorageFixture.Start();
        var label = StorageFixture.Label(StorageFixture.ChatOf(SubjectId.New()), StorageFixture.ChatOf(SubjectId.New()));
        await StorageFixture.Write(storage.Open("standup"), "ключ", "we met", StorageFixture.Day, label);

        // The host is down for most of the day; its clock is the system's then.
        await storage.Restart(() => storage.Clocks.Pass(Day - Instant));
        var store = storage.Open("standup");

        Assert.Equal("we met", await StorageFixture.Read(store, "ключ"));
        Assert.True(label.SetEquals(store.Find(StorageScope.Room, "ключ")!.Label));
        storage.Clocks.Pass(Instant);
        Assert.Null(store.Find(StorageScope.Room, "ключ"));
    }

    [Fact]
    public async Task What_ended_while_the_host_was_down_is_destroyed_when_it_starts()
    {
        await using var storage = await StorageFixture.Start();
        await StorageFixture.Write(storage.Open("standup"), "key", "value", StorageFixture.Day);
        using var copy = storage.Steal();
        Assert.Equal(1, copy.OpenedBy(StolenCopy.KeysOf(storage.Folder)));

        await storage.Restart(() => storage.Clocks.Pass(Day));

        Assert.Equal(0, copy.OpenedBy(StolenCopy.KeysOf(storage.Folder)));
        Assert.Null(await StorageFixture.Read(storage.Open("standup"), "key"));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_prolongs_nothing()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");
        await StorageFixture.Write(store, "key", "value", StorageFixture.Day);

        storage.Clocks.Set(TimeSpan.FromDays(-365));
        storage.Clocks.Pass(Day - Instant);
        Assert.Equal("value", await StorageFixture.Read(store, "key"));
        storage.Clocks.Pass(Instant);

        Assert.Null(store.Find(StorageScope.Room, "key"));
    }

    [Fact]
    public async Task A_clock_that_jumps_ahead_ends_what_would_have_ended_by_then()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");
        await StorageFixture.Write(store, "key", "value", StorageFixture.Day);

        storage.Clocks.Set(Day);

        Assert.Null(store.Find(StorageScope.Room, "key"));
    }

    [Fact]
    public async Task A_clock_that_was_ahead_and_is_put_right_prolongs_nothing_not_even_over_a_restart()
    {
        await using var storage = await StorageFixture.Start();
        storage.Clocks.Set(TimeSpan.FromDays(365));
        await StorageFixture.Write(storage.Open("standup"), "key", "value", StorageFixture.Day);
        storage.Clocks.Set(TimeSpan.FromDays(-365));
        await storage.Host.SweepAsync();

        await storage.Restart(() => storage.Clocks.Pass(Day / 2));
        var store = storage.Open("standup");
        Assert.Equal("value", await StorageFixture.Read(store, "key"));
        storage.Clocks.Pass(Day / 2);

        Assert.Null(store.Find(StorageScope.Room, "key"));
    }

    [Fact]
    public async Task A_host_that_was_killed_while_its_clock_was_ahead_prolongs_nothing()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");
        await StorageFixture.Write(store, "before", "value", StorageFixture.Day);
        storage.Clocks.Set(TimeSpan.FromDays(365));
        await StorageFixture.Write(store, "ahead", "value", StorageFixture.Day);
        using var atTheKill = storage.Steal();

        // Nobody saved the clock after it had jumped, and it has been put right when the host starts again.
        storage.Clocks.Set(TimeSpan.FromDays(-365));
        await storage.Restart(() => atTheKill.PutBack(storage.Folder, halfASlot: false));
        store = storage.Open("standup");

        Assert.Equal(["ahead"], store.List(StorageScope.Room, "").Select(entry => entry.Key));
        storage.Clocks.Pass(Day);
        Assert.Empty(store.List(StorageScope.Room, ""));
    }

    [Fact]
    public async Task A_clock_that_was_turned_back_while_the_host_was_down_ends_everything_that_has_an_end()
    {
        await using var storage = await StorageFixture.Start();
        await StorageFixture.Write(storage.Open("standup"), "key", "value", StorageFixture.Day);
        using var copy = storage.Steal();

        await storage.Restart(() => storage.Clocks.Set(TimeSpan.FromHours(-1)));

        Assert.Null(await StorageFixture.Read(storage.Open("standup"), "key"));
        Assert.Equal(0, copy.OpenedBy(StolenCopy.KeysOf(storage.Folder)));
        Assert.Contains(storage.Log, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("clock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_clock_that_was_corrected_by_a_second_while_the_host_was_down_ends_nothing()
    {
        await using var storage = await StorageFixture.Start();
        await StorageFixture.Write(storage.Open("standup"), "key", "value", StorageFixture.Day);

        await storage.Restart(() => storage.Clocks.Set(TimeSpan.FromSeconds(-1)));

        Assert.Equal("value", await StorageFixture.Read(storage.Open("standup"), "key"));
    }

    [Fact]
    public async Task Nothing_is_kept_beyond_its_room_for_longer_than_the_host_allows()
    {
        await using var storage = await StorageFixture.Start(new StorageLimits { LongestRetention = Day });
        var store = storage.Open("standup");
        await StorageFixture.Write(store, "key", "value", new StorageRetention(false, TimeSpan.FromDays(3650)));

        storage.Clocks.Pass(Day - Instant);
        Assert.NotNull(store.Find(StorageScope.Room, "key"));
        storage.Clocks.Pass(Instant);

        Assert.Null(store.Find(StorageScope.Room, "key"));
    }

    [Fact]
    public async Task What_is_kept_for_a_person_ends_with_the_room_at_the_latest()
    {
        await using var storage = await StorageFixture.Start();
        var ada = StorageScope.Of(SubjectId.New());
        var store = storage.Open("standup", out var room);
        await StorageFixture.Write(store, "key", "value", StorageFixture.Day, scope: ada);

        await room.CloseAsync();

        Assert.Null(await StorageFixture.Read(storage.Open("standup"), "key", ada));
        Assert.False(File.Exists(storage.KeyPath));
    }

    [Fact]
    public async Task What_the_next_room_may_not_take_over_is_destroyed()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup", out var room);
        await StorageFixture.Write(store, "key", "value", StorageFixture.Day);
        using var copy = storage.Steal();
        await room.CloseAsync();

        storage.Host.OpenRoom("standup").Of(StorageFixture.Plugin).Inherit(entry => entry.Terms != "terms");
        await storage.Host.SweepAsync();

        Assert.Equal((1, 0), (copy.OpenedBy(copy.Keys), copy.OpenedBy(StolenCopy.KeysOf(storage.Folder))));
    }

    [Fact]
    public async Task The_host_keeps_only_so_many_values_beyond_their_rooms_and_a_place_that_was_freed_is_used_again()
    {
        await using var storage = await StorageFixture.Start(new StorageLimits { LastingEntries = 2 });
        var store = storage.Open("standup");
        await StorageFixture.Write(store, "a", "1", StorageFixture.Day);
        await StorageFixture.Write(store, "b", "2", StorageFixture.Day);

        var refused = await Assert.ThrowsAsync<StorageException>(() => StorageFixture.Write(store, "c", "3", StorageFixture.Day));
        await StorageFixture.Write(store, "until the room ends", "4");
        await store.DeleteAsync(StorageScope.Room, "a", StorageFixture.Nobody);
        await StorageFixture.Write(store, "c", "3", StorageFixture.Day);
        await storage.Restart();

        Assert.Equal(StorageException.Full, refused.Code);
        Assert.Equal(["b", "c"], storage.Open("standup").List(StorageScope.Room, "").Select(entry => entry.Key));
        Assert.Equal(3 * 64, new FileInfo(storage.KeyPath).Length);
    }
}
