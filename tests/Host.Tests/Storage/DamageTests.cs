using System.Text;
using Microsoft.Data.Sqlite;
using PluginRoom.Host.Storage;
using PluginRoom.Host.Storage.Entries;
using Xunit;

namespace PluginRoom.Host.Tests.Storage;

/// <summary>What a disk can do to the files: the plugin gets a clear error, the operator a line, and the rest goes on.</summary>
public sealed class DamageTests
{
    [Fact]
    public async Task A_full_disk_is_told_and_what_was_there_stays()
    {
        await using var storage = await StorageFixture.Start(new StorageLimits { FilePages = 12 });
        var store = storage.Open("standup");
        await StorageFixture.Write(store, "key", "small");

        var refused = await Assert.ThrowsAsync<StorageException>(() => StorageFixture.Write(store, "key", new string('x', 200_000)));

        Assert.Equal(StorageException.Unavailable, refused.Code);
        Assert.Contains("full", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(storage.Folder, refused.Message, StringComparison.Ordinal);
        Assert.Equal("small", await StorageFixture.Read(store, "key"));
        Assert.Single(storage.Log, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains(storage.Folder, StringComparison.Ordinal));
        await StorageFixture.Write(store, "another", "fits");
    }

    [Fact]
    public async Task A_failed_write_leaves_no_key_behind()
    {
        await using var storage = await StorageFixture.Start(new StorageLimits { FilePages = 12, LastingEntries = 1 });
        var store = storage.Open("standup");

        await Assert.ThrowsAsync<StorageException>(() => StorageFixture.Write(store, "large", new string('x', 200_000), StorageFixture.Day));
        await StorageFixture.Write(store, "small", "fits", StorageFixture.Day);

        Assert.Equal("fits", await StorageFixture.Read(store, "small"));
    }

    [Fact]
    public async Task A_disk_that_fails_again_and_again_is_logged_once_a_minute()
    {
        await using var storage = await StorageFixture.Start(new StorageLimits { FilePages = 12 });
        var store = storage.Open("standup");

        for (var turn = 0; turn < 50; turn++)
            await Assert.ThrowsAsync<StorageException>(() => StorageFixture.Write(store, "key", new string('x', 200_000)));

        Assert.Single(storage.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_in_the_files_place_is_told_and_works_again_once_it_is_gone()
    {
        await using var storage = await StorageFixture.Start();
        Directory.CreateDirectory(storage.DatabasePath);
        var store = storage.Open("standup");

        var refused = await Assert.ThrowsAsync<StorageException>(() => StorageFixture.Write(store, "key", "value"));
        Directory.Delete(storage.DatabasePath);
        await StorageFixture.Write(store, "key", "value");

        Assert.Equal(StorageException.Unavailable, refused.Code);
        Assert.Equal("value", await StorageFixture.Read(store, "key"));
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_is_told()
    {
        await using var storage = await StorageFixture.Start();
        await StorageFixture.Write(storage.Open("standup"), "key", "value", StorageFixture.Day);

        // Permissions do not hold for root, under whom tests may run. A write version above 2 in the header makes SQLite open it for reading only.
        await storage.Restart(() => Poke(storage.DatabasePath, 18, 3));
        var store = storage.Open("standup");
        var refused = await Assert.ThrowsAsync<StorageException>(() => StorageFixture.Write(store, "key", "changed"));

        Assert.Equal(StorageException.Unavailable, refused.Code);
        Assert.Contains(storage.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_garbage_file_is_moved_aside_when_the_host_starts_and_never_deleted()
    {
        await using var storage = await StorageFixture.Start();
        await StorageFixture.Write(storage.Open("standup"), "key", "value", StorageFixture.Day);
        var garbage = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("this is no database. ", 500)));

        await storage.Restart(() => File.WriteAllBytes(storage.DatabasePath, garbage));
        var store = storage.Open("standup");

        Assert.Null(store.Find(StorageScope.Room, "key"));
        await StorageFixture.Write(store, "key", "again", StorageFixture.Day);
        Assert.Equal("again", await StorageFixture.Read(store, "key"));
        var aside = Assert.Single(Directory.GetFiles(storage.Folder, "storage.db.damaged-*"));
        Assert.Equal(garbage, File.ReadAllBytes(aside));
        Assert.Contains(storage.Log, line => line.Contains(aside, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Flipped_pages_are_found_the_file_is_moved_aside_and_the_room_goes_on()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");
        for (var number = 0; number < 30; number++)
            await StorageFixture.Write(store, $"key {number}", new string('x', 200_000));
        await storage.Host.SweepAsync();
        var size = new FileInfo(storage.DatabasePath).Length;
        Assert.True(size > 30 * 200_000, $"{size}");

        // Far more than SQLite holds in its cache, so that most of it is read anew.
        using (var file = new FileStream(storage.DatabasePath, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
            for (var at = 0L; at < size; at += 4096)
            {
                file.Position = at;
                file.Write(Enumerable.Repeat((byte)0xA5, 64).ToArray());
            }

        var codes = new List<string>();
        for (var number = 0; number < 30; number++)
            codes.Add(await CodeOf(store, $"key {number}"));
        await StorageFixture.Write(store, "after", "goes on");

        Assert.Contains(StorageException.Unavailable, codes);
        Assert.Equal("goes on", await StorageFixture.Read(store, "after"));
        Assert.Single(Directory.GetFiles(storage.Folder, "storage.db.damaged-*"), file => !file.EndsWith("-wal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_flipped_bit_in_a_value_is_told_and_never_given_out_as_the_value()
    {
        await using var storage = await StorageFixture.Start();
        await StorageFixture.Write(storage.Open("standup"), "key", "value", StorageFixture.Day);
        await StorageFixture.Write(storage.Open("other room"), "key", "whole", StorageFixture.Day);

        await storage.Restart(() => Execute(storage, "UPDATE entries SET value = zeroblob(length(value)) WHERE id = (SELECT id FROM entries WHERE length(value) = 21 LIMIT 1)"));
        var store = new[] { storage.Open("standup"), storage.Open("other room") };
        var codes = new List<string>();
        foreach (var one in store)
            codes.Add(await CodeOf(one, "key"));

        Assert.Equal(["read", StorageException.Damaged], codes.Order());
        await StorageFixture.Write(store[codes.IndexOf(StorageException.Damaged)], "key", "anew", StorageFixture.Day);
    }

    [Fact]
    public async Task Rows_that_were_exchanged_do_not_open()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");
        await StorageFixture.Write(store, "a", "one", StorageFixture.Day);
        await StorageFixture.Write(store, "b", "two", StorageFixture.Day);

        await storage.Restart(() => Execute(storage, "CREATE TEMP TABLE t AS SELECT * FROM entries; UPDATE entries SET value = (SELECT value FROM t WHERE t.id <> entries.id)"));

        Assert.Equal(StorageException.Damaged, await CodeOf(storage.Open("standup"), "a"));
    }

    [Fact]
    public async Task A_damaged_key_costs_its_own_value_only()
    {
        await using var storage = await StorageFixture.Start();
        var store = storage.Open("standup");
        await StorageFixture.Write(store, "first", "one", StorageFixture.Day);
        await StorageFixture.Write(store, "second", "two", StorageFixture.Day);

        await storage.Restart(() => Poke(storage.KeyPath, 64 + 30, (byte)(File.ReadAllBytes(storage.KeyPath)[64 + 30] ^ 1)));
        store = storage.Open("standup");

        Assert.Null(store.Find(StorageScope.Room, "first"));
        Assert.Equal("two", await StorageFixture.Read(store, "second"));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("this is a file that has nothing to do with keys, and is longer than one header of them")]
    public async Task A_key_file_that_is_none_is_moved_aside_and_the_host_starts(string text)
    {
        await using var storage = await StorageFixture.Start();
        await StorageFixture.Write(storage.Open("standup"), "key", "value", StorageFixture.Day);

        await storage.Restart(() => File.WriteAllText(storage.KeyPath, text));
        var store = storage.Open("standup");

        Assert.Null(store.Find(StorageScope.Room, "key"));
        Assert.Equal(text, File.ReadAllText(Assert.Single(Directory.GetFiles(storage.Folder, "storage.keys.damaged-*"))));
        await StorageFixture.Write(store, "key", "again", StorageFixture.Day);
        Assert.Equal("again", await StorageFixture.Read(store, "key"));
    }

    [Fact]
    public async Task A_host_that_was_killed_in_the_middle_of_writing_starts_with_what_had_been_written()
    {
        await using var storage = await StorageFixture.Start();
        await StorageFixture.Write(storage.Open("standup"), "key", "value", StorageFixture.Day);
        using var atTheKill = storage.Steal();

        // As the disk looks after a kill: the journal has not been taken into the database, and one slot is half written.
        await storage.Restart(() => atTheKill.PutBack(storage.Folder, halfASlot: true));

        Assert.Equal("value", await StorageFixture.Read(storage.Open("standup"), "key"));
    }

    private static async Task<string> CodeOf(PluginStore store, string key)
    {
        try
        {
            return await StorageFixture.Read(store, key) is null ? "gone" : "read";
        }
        catch (StorageException refused)
        {
            return refused.Code;
        }
    }

    private static void Poke(string path, long at, byte value)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = at;
        file.WriteByte(value);
    }

    private static void Execute(StorageFixture storage, string text)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = storage.DatabasePath, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = text;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
