namespace PluginRoom.Protocol.Client;

/// <summary>
/// Event <c>receipt</c>, to one person alone: what became of their data when a permission ended. An updated one with the same
/// <paramref name="Id"/> follows while something is still under way.
/// </summary>
/// <param name="Occasion"><c>revoked</c>: this person took it back; <c>removed</c>: the plugin was taken out of the room;
/// <c>switchedOff</c>: a moderator switched off the purpose that it was allowed for.</param>
/// <param name="Purpose">The one that was switched off, or null.</param>
/// <param name="At">Milliseconds since 1970 (UTC), when it was blocked.</param>
/// <param name="Categories">What the permission was about, e.g. <c>content.chat</c>.</param>
/// <param name="State"><c>forgetting</c>, or <c>forgotten</c> when everything that is done on this host has been done.</param>
/// <param name="TookMs">From the request until <c>forgotten</c>, milliseconds; null until then.</param>
/// <param name="WorkerEnded">A process of the plugin had been given the data; it is being ended, and gone when <paramref name="State"/> is <c>forgotten</c> or <paramref name="KeysWait"/> is set.</param>
/// <param name="FramesReset">The plugin's windows in everybody's pages had been given them, and begin anew.</param>
/// <param name="ValuesDeleted">What the plugin had stored and what may have held them.</param>
/// <param name="KeysWait">The disk fails: nobody is given those values any more, but their keys are not destroyed yet.</param>
/// <param name="Sent">What had left before.</param>
/// <param name="Erasures">Whom the host asked to erase it.</param>
public sealed record RevocationReceipt(
    string Id,
    string PluginId,
    string PluginName,
    string Occasion,
    string? Purpose,
    long At,
    IReadOnlyList<string> Categories,
    string State,
    long? TookMs,
    bool WorkerEnded,
    bool FramesReset,
    int ValuesDeleted,
    bool KeysWait,
    IReadOnlyList<SentView> Sent,
    IReadOnlyList<ErasureView> Erasures);

/// <summary>What the plugin sent to one place while it knew this person's data, which may have been in it.</summary>
/// <param name="Sink"><c>sink:&lt;id&gt;</c>, <c>plugin:&lt;id&gt;</c>, <c>room</c> or <c>download</c>.</param>
/// <param name="Operator">Who runs it, where it is outside of the room.</param>
/// <param name="Country">ISO 3166-1 alpha-2, where it is outside of the room.</param>
/// <param name="First">Milliseconds since 1970 (UTC).</param>
/// <param name="Last">Milliseconds since 1970 (UTC).</param>
public sealed record SentView(string Sink, string? Operator, string? Country, long First, long Last, long Count, long Bytes);

/// <summary>The host's request to erase, and what became of it.</summary>
/// <param name="State"><c>asked</c>; <c>promised</c>: it was answered with a status from 200 to 299; <c>failed</c>: it was not, after several attempts.</param>
/// <param name="Reason">In words, why it failed.</param>
/// <param name="At">Milliseconds since 1970 (UTC), of the state.</param>
public sealed record ErasureView(string Sink, string Url, string State, string? Reason, long At);

/// <summary>Reply to hub method <c>ReadReceipts</c>: this person's receipts in this room, the latest last.</summary>
public sealed record ReceiptList(IReadOnlyList<RevocationReceipt> Receipts);
