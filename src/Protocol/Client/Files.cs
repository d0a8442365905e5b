namespace PluginRoom.Protocol.Client;

/// <summary>
/// Hub method <c>HandFiles</c>: the yes to a <c>pickFile</c> question. The contents stay in the page until <see cref="FileWanted"/> asks for them,
/// part by part; the host holds none of it.
/// </summary>
/// <param name="Id">The question's.</param>
/// <param name="Files">One at least, as many as the question allows at most.</param>
public sealed record FilesHanded(string Id, IReadOnlyList<HandedFile> Files);

/// <summary>A file that a person chose.</summary>
/// <param name="Name">Without a path.</param>
/// <param name="Type">As the browser says (RFC 6838), or empty.</param>
/// <param name="Bytes">1 to 8 MiB.</param>
public sealed record HandedFile(string Name, string Type, int Bytes);

/// <summary>Event <c>fileWanted</c>, to whoever handed files over: the plugin's server side reads this part now. Sent again when the socket was away.</summary>
/// <param name="File">Index in <see cref="FilesHanded.Files"/>.</param>
public sealed record FileWanted(string Id, int File, int Offset, int Bytes);

/// <summary>Hub method <c>HandFilePart</c>: exactly what <see cref="FileWanted"/> asked for last.</summary>
/// <param name="Data">base64.</param>
public sealed record FilePart(string Id, int File, int Offset, string Data);

/// <summary>Hub method <c>StopFiles</c>: this person has changed their mind, or the page can read the files no longer.</summary>
public sealed record FilesStopped(string Id);

/// <summary>Event <c>filesDone</c>: nothing of these files is wanted any more.</summary>
/// <param name="Complete">The plugin has them all. Otherwise it was told that they did not come.</param>
public sealed record FilesDone(string Id, bool Complete);

/// <summary>Hub method <c>ShowFiles</c>: the gate's word before the page hands files that this person chose to the plugin's frame on the same page.</summary>
/// <param name="Generation">Of the frame, see <see cref="RoomPluginView.Generation"/>.</param>
public sealed record FilesShown(string PluginId, int Generation, IReadOnlyList<HandedFile> Files);
