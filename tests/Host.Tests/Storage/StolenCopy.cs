using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using PluginRoom.Host.Storage.Disk;

namespace PluginRoom.Host.Tests.Storage;

/// <summary>A copy of the storage's files at one moment, and what whoever has it can open with keys that they find.</summary>
internal sealed class StolenCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pluginroom-stolen-");

    public StolenCopy(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
    }

    /// <summary>The key file of that moment.</summary>
    public byte[] Keys => KeysOf(_folder.FullName);

    public static byte[] KeysOf(string folder) =>
        Path.Combine(folder, "storage.keys") is var path && File.Exists(path) ? File.ReadAllBytes(path) : [];

    /// <summary>The sealed rows in it.</summary>
    public IReadOnlyList<(long Id, byte[] Value)> Rows()
    {
        var path = Path.Combine(_folder.FullName, "storage.db");
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, value FROM entries";
        using var reader = command.ExecuteReader();
        var rows = new List<(long, byte[])>();
        while (reader.Read())
            rows.Add((reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)));
        return rows;
    }

    /// <summary>Every row that any 32 bytes of these open.</summary>
    public int OpenedBy(byte[] keys)
    {
        var opened = 0;
        foreach (var (id, value) in Rows())
            for (var at = 0; at + EntryKey.Size <= keys.Length; at += 8)
                opened += Opens(keys.AsSpan(at, EntryKey.Size), id, value) ? 1 : 0;
        return opened;
    }

    /// <summary>Puts the copy in the place of what is there now.</summary>
    public void PutBack(string folder, bool halfASlot)
    {
        foreach (var file in Directory.GetFiles(folder))
            File.Delete(file);
        foreach (var file in Directory.GetFiles(_folder.FullName))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        if (halfASlot)
            File.AppendAllText(Path.Combine(folder, "storage.keys"), "half of a slot that was never");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static bool Opens(ReadOnlySpan<byte> bytes, long id, byte[] value)
    {
        using var key = EntryKey.From(bytes);
        try
        {
            EntryCipher.OpenValue(key, id, value);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
