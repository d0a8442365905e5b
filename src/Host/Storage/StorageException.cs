namespace PluginRoom.Host.Storage;

/// <summary>A storage call that failed for a reason other than permission. The message is for the plugin's author and names nothing of the host's.</summary>
public sealed class StorageException : Exception
{
    public const string Unavailable = "storage.unavailable";
    public const string Damaged = "storage.damaged";
    public const string Full = "storage.full";
    public const string Key = "storage.key";
    public const string Value = "storage.value";
    public const string NotKept = "storage.retention";
    public const string Gone = "storage.gone";

    public StorageException(string code, string message, Exception? cause = null)
        : base(message, cause) => Code = code;

    public string Code { get; }
}
