using System.Text;

namespace PluginRoom.Sdk;

/// <summary>
/// Other plugins in the same room. Calling needs <c>{ "name": "plugin.call", "reason": "..." }</c> and, for each kind of data that this process
/// has received before it calls, a flow <c>{ "data": "content.chat", "to": "plugin:org.example.minutes" }</c>; being called needs an entry under
/// "callable" and flows of its own for the same data. All that the caller has received counts as received by the one that is called, and
/// the other way round with the answer; both happen only where the people concerned allow it to both plugins.
/// </summary>
public interface IPlugins
{
    /// <summary>Of a call, and of an answer: 256 KiB.</summary>
    const int MaxBytes = 256 * 1024;

    /// <summary>
    /// Calls another plugin and completes with its answer, within three seconds. Up to 50 calls and 1 MiB a second, after a burst of 100 and
    /// 4 MiB.
    /// </summary>
    /// <param name="pluginId">The other plugin's <c>id</c>.</param>
    /// <param name="method">One that its plugin.json lists under "callable".</param>
    /// <exception cref="CapabilityDeniedException">
    /// <c>not-declared</c>: plugin.json does not list the capability. <c>label</c> or <c>not-consented</c>: this process has received data that
    /// may not go there, or that the other plugin may not have. <c>limit</c>: too much or too often.
    /// </exception>
    /// <exception cref="RoomCallException">
    /// <c>plugin.absent</c>: it is not in the room. <c>plugin.method</c>: it does not take that call. <c>plugin.not-running</c>,
    /// <c>plugin.stopped</c>: it does not run, or stopped before it answered. <c>plugin.recursion</c>: it waits for an answer of this plugin.
    /// <c>plugin.busy</c>: it has too many calls to answer. <c>plugin.timeout</c>: it took longer than three seconds. <c>plugin.failed</c>: its
    /// handler threw, or there is none. <c>plugin.withheld</c>: its answer may not come here.
    /// </exception>
    /// <exception cref="ArgumentException"><paramref name="data"/> is over <see cref="MaxBytes"/>.</exception>
    Task<ReadOnlyMemory<byte>> CallAsync(string pluginId, string method, ReadOnlyMemory<byte> data = default, CancellationToken cancellationToken = default);

    /// <summary>
    /// Answers calls of other plugins with what <paramref name="handler"/> returns, up to <see cref="MaxBytes"/>. One handler at a time:
    /// dispose the result to make room for another. It runs in turn with the handlers of events. When it throws, the caller hears
    /// <c>plugin.failed</c> and no reason.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is a handler already.</exception>
    IDisposable OnCall(Func<PluginCall, CancellationToken, Task<ReadOnlyMemory<byte>>> handler);
}

/// <summary>A call of another plugin in the room: that plugin's data, so check it.</summary>
/// <param name="From">The other plugin's <c>id</c>, by the host's word.</param>
/// <param name="Method">One of this plugin's "callable".</param>
/// <param name="Data">Up to <see cref="IPlugins.MaxBytes"/>.</param>
public sealed record PluginCall(string From, string Method, ReadOnlyMemory<byte> Data)
{
    /// <summary><see cref="Data"/> as UTF-8; what is not valid becomes U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(Data.Span);
}
