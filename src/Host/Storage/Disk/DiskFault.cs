using Microsoft.Data.Sqlite;

namespace PluginRoom.Host.Storage.Disk;

/// <summary>What a disk's refusal is called towards a plugin. Paths and the system's own words are for the operator's log.</summary>
internal static class DiskFault
{
    public static StorageException From(Exception failure) => new(
        StorageException.Unavailable, $"{Words(failure)} Nothing was changed; the host's operator finds the reason in the log. Try again later.", failure);

    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int QuotaReached = 122;

    // Errors of the system come as errno where they have no exception of their own.
    private static string Words(Exception failure) => failure switch
    {
        OtherVersionException => "The host's storage was written by another version of the host.",
        IOException { HResult: NoSpace or QuotaReached } => "The host's storage is full.",
        IOException { HResult: ReadOnlyFileSystem } => "The host's storage cannot be written.",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } => "The host's storage is full.",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM } => "The host's storage cannot be written.",
        UnauthorizedAccessException => "The host's storage cannot be written.",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CANTOPEN } => "The host's storage cannot be opened.",
        DamagedFileException => "The host's storage was damaged and was begun anew; what it held is lost.",
        _ => "The host's storage failed.",
    };
}
