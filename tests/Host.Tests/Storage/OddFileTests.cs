using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using PluginRoom.Host.Storage;
using PluginRoom.Host.Storage.Disk;
using PluginRoom.Host.Storage.Entries;
using PluginRoom.Host.Vocabulary;
using Xunit;

namespace PluginRoom.Host.Tests.Storage;

/// <summary>Files that are missing, of another version, or damaged where it matters most; and a disk that is full under the keys.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class OddFileTests
{
    [Fact]
    public async Task Without_the_key_file_nothing_can_be_read_and_nothing_of_it_stays()
    {
        await using var storage = await StorageFixture.Start();
        await StorageFixture.Write(storage.Open("standup"), "key", "value", StorageFixture.Day);

        await storage.Restart(() => File.Delete(storage.KeyPath));
        var store = storage.Open("standup");

        Assert.Null(store.Find(StorageScope.Room, "key"));
        Assert.False(File.Exists(storage.DatabasePath));
        await StorageFixture.Write(store, "key", "again", StorageFixture.Day);
        Assert.Equal("again", await StorageFixture.Read(store, "key"));
    }

    [Fact]
    public async Task A_folder_in_the_key_files_place_is_told_and_costs_nothing()
    {
        await using var storage = await StorageFixture.Start();
        await StorageFixture.Write(storage.Open("standup"), "key", "value", StorageFixture.Day);
        var aside = storage.KeyPath + ".aside";

        await storage.Restart(() =>
        {
            File.Move(storage.KeyPath, aside);
            Directory.CreateDirectory(storage.KeyPath);
        });
        var store = storage.Open("standup");
        var refused = await Assert.ThrowsAsync<StorageException>(() => StorageFixture.Write(store, "other", "value", StorageFixture.Day));
        await StorageFixture.Write(store, "until the end", "works");
        await storage.Restart(() =>
        {
            Directory.Delete(storage.KeyPath);
            File.Move(aside, storage.KeyPath);
        });

        Assert.Equal(StorageException.Unavailable, refused.Code);
        Assert.Equal("value", await StorageFixture.Read(storage.Open("standup"), "key"));
    }

    [Fact]
    public async Task A_key_file_whose_begin_is_damaged_is_not_laid_aside_with_its_keys()
    {
        await using var storage = await StorageFixture.Start();
        await StorageFixture.Write(storage.Open("standup"), "key", "value", StorageFixture.Day);
        using var copy = storage.Steal();

        await storage.Restart(() => Poke(storage.KeyPath, 0, (byte)'X'));

        Assert.Null(storage.Open("standup").Find(StorageScope.Room, "key"));
        Assert.Equal((1, 0), (copy.OpenedBy(copy.Keys), copy.OpenedBy(storage.EveryByte())));
        Assert.Contains(storage.Log, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("storage.keys", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_file_of_another_version_is_told_and_left_as_it_is_with_its_database()
    {
        await using var storage = await StorageFixture.Start();
        await StorageFixture.Write(storage.Open("standup"), "key", "value", StorageFixture.Day);
        byte[] theirs = [];

        await storage.Restart(() => File.WriteAllBytes(storage.KeyPath, theirs = OfForm(File.ReadAllBytes(storage.KeyPath), (byte)'2')));
        var store = storage.Open("standup");
        var refused = await Assert.ThrowsAsync<StorageException>(() => StorageFixture.Write(store, "other", "value", StorageFixture.Day));

        Assert.Equal(StorageException.Unavailable, refused.Code);
        Assert.Contains("another version", refused.Message, StringComparison.Ordinal);
        Assert.Equal(theirs, File.ReadAllBytes(storage.KeyPath));
        Assert.Contains(storage.Log, line => line.Contains("storage.keys has form 02", StringComparison.Ordinal));

        // The version that wrote it comes back.
        await storage.Restart(() => File.WriteAllBytes(storage.KeyPath, OfForm(theirs, (byte)'1')));
        Assert.Equal("value", await StorageFixture.Read(storage.Open("standup"), "key"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_database_of_another_version_is_told_and_left_as_it_is(bool withKeys)
    {
        await using var storage = await StorageFixture.Start();
        await StorageFixture.Write(storage.Open("standup"), "key", "value", StorageFixture.Day);

        await storage.Restart(() =>
        {
            SetForm(storage, 2);
            if (!withKeys)
                File.Delete(storage.KeyPath);
        });
        var store = storage.Open("standup");
        var refused = await Assert.ThrowsAsync<StorageException>(() => StorageFixture.Write(store, "other", "value"));

        Assert.Equal(StorageException.Unavailable, refused.Code);
        Assert.Contains("another version", refused.Message, StringComparison.Ordinal);
        Assert.Contains(storage.Log, line => line.Contains("storage.db has form 2", StringComparison.Ordinal));
        await storage.Restart(() => SetForm(storage, 1));
        Assert.Equal(withKeys ? "value" : null, await StorageFixture.Read(storage.Open("standup"), "key"));
    }

    [Fact]
    public async Task A_folder_that_takes_no_file_is_told()
    {
        // Nobody, and root neither, makes files there.
        using var host = new HostStorage("/sys", new StorageLimits(), new FakeClocks(), NullLogger.Instance);
        await host.StartAsync(TestContext.Current.CancellationToken);
        var store = host.OpenRoom("standup").Of(StorageFixture.Plugin);

        foreach (var retention in (StorageRetention[])[StorageRetention.Room, StorageFixture.Day])
        {
            var refused = await Assert.ThrowsAsync<StorageException>(() => StorageFixture.Write(store, "key", "value", retention));
            Assert.Equal(StorageException.Unavailable, refused.Code);
            Assert.Contains("cannot be", refused.Message, StringComparison.Ordinal);
        }

        Assert.Empty(store.List(StorageScope.Room, ""));
    }

    [Fact]
    public async Task A_disk_that_is_full_for_a_key_keeps_nothing_of_the_value_and_works_again_later()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");
        await StorageFixture.Write(store, "key", "first", StorageFixture.Day);
        StorageException refused;
        using (new FullDisk(storage.KeyPath))
        {
            refused = await Assert.ThrowsAsync<StorageException>(() => StorageFixture.Write(store, "key", "second", StorageFixture.Day));
            Assert.Equal("first", await StorageFixture.Read(store, "key"));
        }

        Assert.Contains("is full", refused.Message, StringComparison.Ordinal);
        await StorageFixture.Write(store, "key", "third", StorageFixture.Day);
        await storage.Restart();
        Assert.Equal("third", await StorageFixture.Read(storage.Open("standup"), "key"));
    }

    [Fact]
    public async Task A_key_that_a_full_disk_kept_is_destroyed_by_the_sweep_and_its_value_is_given_to_nobody_meanwhile()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");
        var ada = StorageFixture.ChatOf(SubjectId.New());
        await StorageFixture.Write(store, "key", "value", StorageFixture.Day, StorageFixture.Label(ada));
        using var copy = storage.Steal();
        using (new FullDisk(storage.KeyPath))
        {
            var (count, destroyed) = store.Forget(SinkKind.StorageRoom, ada);
            Assert.Equal(1, count);
            await Assert.ThrowsAsync<StorageException>(() => destroyed);
            await Assert.ThrowsAsync<StorageException>(store.DestroyAgainAsync);
            Assert.Null(store.Find(StorageScope.Room, "key"));
            Assert.Equal(1, copy.OpenedBy(StolenCopy.KeysOf(storage.Folder)));
        }

        await storage.Host.SweepAsync();
        await store.DestroyAgainAsync();

        Assert.Equal(0, copy.OpenedBy(StolenCopy.KeysOf(storage.Folder)));
    }

    [Fact]
    public async Task What_a_damaged_file_held_of_a_room_that_lasts_can_be_opened_by_nobody_from_then_on()
    {
        await using var storage = await StorageFixture.Start();
        var earlier = storage.Open("earlier", out var ended);
        await StorageFixture.Write(earlier, "key", "left", StorageFixture.Day);
        await ended.CloseAsync();
        var store = storage.Open("standup");
        for (var number = 0; number < 30; number++)
            await StorageFixture.Write(store, $"key {number}", new string('x', 200_000), StorageFixture.Day);
        await storage.Host.SweepAsync();
        using var copy = storage.Steal();
        Assert.Equal(31, copy.OpenedBy(copy.Keys));

        Damage(storage.DatabasePath);
        await Assert.ThrowsAnyAsync<StorageException>(() => ReadAll(store));

        // Whoever is in the room could take their permission back, and nobody would know any more which keys to destroy.
        Assert.Equal(1, copy.OpenedBy(StolenCopy.KeysOf(storage.Folder)));
    }

    private static async Task ReadAll(PluginStore store)
    {
        for (var number = 0; number < 30; number++)
            await StorageFixture.Read(store, $"key {number}");
    }

    /// <summary>Far more pages than SQLite holds in its cache.</summary>
    private static void Damage(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var rubbish = Enumerable.Repeat((byte)0xA5, 64).ToArray();
        for (var at = 0L; at < file.Length; at += 4096)
            RandomAccess.Write(file.SafeFileHandle, rubbish, at);
    }

    private static byte[] OfForm(byte[] keys, byte digit)
    {
        keys[7] = digit;
        KeySlot.Sign(keys.AsSpan(0, KeySlot.Size));
        return keys;
    }

    private static void SetForm(StorageFixture storage, int form)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = storage.DatabasePath, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = form == 1 ? "PRAGMA user_version = 1" : "PRAGMA user_version = 2";
        command.ExecuteNonQuery();
    }

    private static void Poke(string path, long at, byte value)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = at;
        file.WriteByte(value);
    }
}
