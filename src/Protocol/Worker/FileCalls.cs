namespace PluginRoom.Protocol.Worker;

/// <summary>
/// <c>files.pick</c>: asks a person for files; replies <see cref="FilesPicked"/> once they are chosen, within three minutes. The contents come
/// by <see cref="ReadPickedCall"/>.
/// </summary>
/// <param name="Kinds">What the plugin can use, of a closed list; empty: anything.</param>
/// <param name="MaxBytes">Of one file, 1 to 8 MiB.</param>
/// <param name="MaxFiles">1 to 5.</param>
public sealed record PickFilesCall(string Person, IReadOnlyList<string> Kinds, int MaxBytes, int MaxFiles) : AskCall(Person);

/// <summary>What belongs to files that were chosen; they are with the person's page, and end with it. Answered beside the other calls.</summary>
public abstract record PickedCall(long Pick) : WorkerCall;

/// <summary>
/// The bytes of one file from <paramref name="Offset"/> on; replies <see cref="PickedPart"/>. One at a time. Fails with <c>files.aborted</c> when the
/// person took it back, left, or their page does not answer.
/// </summary>
public sealed record ReadPickedCall(long Pick, int File, int Offset) : PickedCall(Pick);

/// <summary>Nothing more of them is wanted.</summary>
public sealed record ClosePickedCall(long Pick) : PickedCall(Pick);

/// <param name="Pick">Names them for this process.</param>
public sealed record FilesPicked(long Pick, IReadOnlyList<PickedEntry> Files) : CallReply;

/// <param name="Type">A media type (RFC 6838), <c>application/octet-stream</c> where none is known.</param>
public readonly record struct PickedEntry(string Name, string Type, int Bytes);

/// <param name="Bytes">1 to 192 KiB.</param>
public sealed record PickedPart(byte[] Bytes) : CallReply;
