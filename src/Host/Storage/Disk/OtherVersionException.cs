namespace PluginRoom.Host.Storage.Disk;

/// <summary>The file is sound and was written by a version of this host that knows another form of it. It is left as it is.</summary>
internal sealed class OtherVersionException(string file, string found, string known)
    : IOException($"{file} has form {found}, and this version of the host reads {known}. Run the version that wrote it, or move storage.db and storage.keys to another place.");
