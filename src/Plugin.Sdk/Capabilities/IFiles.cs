namespace PluginRoom.Sdk;

/// <summary>
/// Files that a person hands over, each time by their own choice in the page's own dialogue. Needs
/// <c>{ "name": "files.pick", "reason": "..." }</c> and a flow of <c>content.file</c>, which the person allows before they are asked.
/// </summary>
public interface IFiles
{
    /// <summary>The largest file: 8 MiB.</summary>
    const int MaxFileBytes = 8 << 20;

    /// <summary>The most files at once.</summary>
    const int MaxFiles = 5;

    /// <summary>
    /// Asks the person for files and completes when all of their bytes are here; never with a part of them. The person reads the "reason" of
    /// plugin.json, and what kinds and sizes are asked for. Choosing takes minutes and a handler has seconds, so go on without awaiting inside
    /// of one. All that was asked for has to fit into the "memoryMb" of plugin.json.
    /// </summary>
    /// <returns>One file at least.</returns>
    /// <exception cref="CapabilityDeniedException">
    /// <c>files.pick</c> is not declared; <c>not-consented</c>: the person does not allow the flows of <c>content.file</c>; <c>limit</c>: they are being
    /// asked already, or have said no twice in the last minute.
    /// </exception>
    /// <exception cref="RoomCallException">
    /// <c>question.declined</c>, or <c>question.unanswered</c> after three minutes; <c>files.aborted</c>: they were not handed over to the end;
    /// <c>participant.unknown</c>: nobody has that id.
    /// </exception>
    /// <exception cref="ArgumentException">The request is out of range.</exception>
    Task<IReadOnlyList<PickedFile>> PickAsync(ParticipantId person, FileRequest request, CancellationToken cancellationToken = default);
}

/// <summary>What files a plugin can use. Shown to the person in the page's own words.</summary>
public sealed record FileRequest
{
    /// <summary>Empty: any.</summary>
    public IReadOnlyList<FileKind> Kinds { get; init; } = [];

    /// <summary>The largest size of one file, in bytes: 1 to <see cref="IFiles.MaxFileBytes"/>.</summary>
    public int MaxBytes { get; init; } = 1 << 20;

    /// <summary>1 to <see cref="IFiles.MaxFiles"/>.</summary>
    public int MaxFiles { get; init; } = 1;
}

/// <summary>A kind of file. What a file really holds is for the plugin to check.</summary>
public enum FileKind
{
    /// <summary>Pictures.</summary>
    Image,

    /// <summary>Sound.</summary>
    Audio,

    /// <summary>Films.</summary>
    Video,

    /// <summary>Plain text and Markdown.</summary>
    Text,

    /// <summary>CSV and spreadsheets.</summary>
    Table,

    /// <summary>PDF and word processors' files.</summary>
    Document,

    /// <summary>PDF and slides.</summary>
    Presentation,

    /// <summary>iCalendar (RFC 5545).</summary>
    Calendar,

    /// <summary>JSON, XML, YAML.</summary>
    Data,

    /// <summary>ZIP, tar and the like.</summary>
    Archive,
}

/// <summary>A file that a person handed over: theirs, and from outside, so check it.</summary>
/// <param name="Name">Without a path, up to 120 characters, nothing invisible in it. Not unique.</param>
/// <param name="Type">A media type as the person's browser guessed it (RFC 6838).</param>
/// <param name="Content">1 to <see cref="IFiles.MaxFileBytes"/> bytes.</param>
public sealed record PickedFile(string Name, string Type, ReadOnlyMemory<byte> Content);
