using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace PluginRoom.Host.Storage.Disk;

/// <summary>The file is no database any more. Whoever catches it moves the file aside.</summary>
internal sealed class DamagedFileException(string message, Exception cause) : Exception(message, cause);

/// <summary>
/// The SQLite file: numbered rows of sealed bytes, and nothing that can be read without their keys. Opened by the first call that needs
/// it and again after a failure. Used by the storage's thread only.
/// </summary>
/// <remarks>
/// Each call throws <see cref="StorageException"/> when the disk does not do what was asked, and <see cref="DamagedFileException"/> when
/// the file makes no sense.
/// </remarks>
internal sealed class EntryFile(string path, int maxPages) : IDisposable
{
    // Exclusive, so that there is no shared-memory file beside it. What is freed is overwritten; that is a second line only, since
    // journals and the disk keep copies that no pragma reaches.
    private const string First = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA auto_vacuum = INCREMENTAL;";

    private const string Settings = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON;
        CREATE TABLE IF NOT EXISTS entries (id INTEGER PRIMARY KEY, about BLOB, value BLOB NOT NULL);
        """;

    /// <summary>SQLite's <c>user_version</c>: which form of the table this is. Set before there is a journal, so that it stands in the file itself.</summary>
    private const int Form = 1;

    private SqliteConnection? _connection;

    public string Path => path;

    /// <param name="about">Null for what ends with its room.</param>
    public void Insert(long id, byte[]? about, byte[] value) => Do(connection =>
    {
        using var command = Command(connection, "INSERT INTO entries (id, about, value) VALUES ($id, $about, $value)", id);
        command.Parameters.AddWithValue("$about", about ?? (object)DBNull.Value);
        command.Parameters.AddWithValue("$value", value);
        return command.ExecuteNonQuery();
    });

    /// <summary>Null: there is no such row.</summary>
    public byte[]? Value(long id) => Do(connection =>
    {
        using var command = Command(connection, "SELECT value FROM entries WHERE id = $id", id);
        return command.ExecuteScalar() as byte[];
    });

    public void Delete(IReadOnlyCollection<long> ids) => Do(connection =>
    {
        using var transaction = connection.BeginTransaction();
        using var command = Command(connection, "DELETE FROM entries WHERE id = $id", 0);
        command.Transaction = transaction;
        foreach (var id in ids)
        {
            command.Parameters["$id"].Value = id;
            command.ExecuteNonQuery();
        }

        transaction.Commit();
        return 0;
    });

    /// <summary>After a start: deletes what ended with its room, and gives what is to be known of the rest.</summary>
    public IReadOnlyList<(long Id, byte[] About)> Recover() => Do(connection =>
    {
        using var check = Command(connection, "PRAGMA quick_check(1)");
        if (check.ExecuteScalar() is not "ok")
            throw new DamagedFileException("Its pages do not fit together.", new SqliteException("quick_check failed", SQLitePCL.raw.SQLITE_CORRUPT));
        using var purge = Command(connection, "DELETE FROM entries WHERE about IS NULL");
        purge.ExecuteNonQuery();
        using var select = Command(connection, "SELECT id, about FROM entries ORDER BY id");
        using var reader = select.ExecuteReader();
        var rows = new List<(long, byte[])>();
        while (reader.Read())
            rows.Add((reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)));
        return rows;
    });

    /// <summary>Gives freed pages back to the disk, and empties the journal.</summary>
    public void Tidy()
    {
        if (_connection is not null)
            Do(connection => Command(connection, "PRAGMA incremental_vacuum(1024); PRAGMA wal_checkpoint(TRUNCATE)").ExecuteNonQuery());
    }

    /// <summary>Gives the damaged file another name beside its own, with its journal.</summary>
    /// <exception cref="IOException">It cannot be renamed.</exception>
    public string MoveAside(string suffix)
    {
        Close();
        var aside = $"{path}.{suffix}";
        File.Move(path, aside);
        if (File.Exists(path + "-wal"))
            File.Move(path + "-wal", aside + "-wal");
        return aside;
    }

    /// <summary>For a file of which nothing can be read any more, because no key of it is left.</summary>
    /// <exception cref="IOException">It cannot be deleted, or belongs to another version of the host.</exception>
    public void DeleteFile()
    {
        Close();
        _ = ReadForm();
        foreach (var file in (string[])[path, path + "-wal", path + "-shm", path + "-journal"])
            File.Delete(file);
    }

    public void Dispose() => Close();

    private T Do<T>(Func<SqliteConnection, T> work)
    {
        try
        {
            return work(_connection ??= Open());
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw new DamagedFileException("SQLite finds it damaged.", failure);
        }
        catch (SqliteException failure)
        {
            throw DiskFault.From(failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw DiskFault.From(failure);
        }
    }

    private SqliteConnection Open()
    {
        // Made by us and not by SQLite, so that it is nobody else's to read. Its journal takes the mode over.
        PrivateFile.Open(path).Dispose();
        var form = ReadForm() == Form ? string.Empty : $"PRAGMA user_version = {Form};";
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            using var command = Command(connection, $"{First} {form} {Settings} PRAGMA max_page_count = {maxPages};");
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>As it stands in the file's header; 0 for a new file, and for one that is no database, which SQLite will say.</summary>
    /// <exception cref="OtherVersionException">A later host wrote it.</exception>
    private int ReadForm()
    {
        // https://sqlite.org/fileformat.html, section 1.3.
        Span<byte> header = stackalloc byte[64];
        if (!File.Exists(path))
            return 0;
        using var file = PrivateFile.Open(path);
        if (RandomAccess.Read(file.SafeFileHandle, header, 0) != header.Length || !header.StartsWith("SQLite format 3\0"u8))
            return 0;
        var form = BinaryPrimitives.ReadInt32BigEndian(header[60..]);
        return form is 0 or Form ? form : throw new OtherVersionException(System.IO.Path.GetFileName(path), $"{form}", $"{Form}");
    }

    private void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }

    // The text is always one of the constants above; what comes from outside is a parameter.
#pragma warning disable CA2100
    private static SqliteCommand Command(SqliteConnection connection, string text, long? id = null)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        if (id is { } number)
            command.Parameters.AddWithValue("$id", number);
        return command;
    }
#pragma warning restore CA2100
}
