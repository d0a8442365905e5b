namespace PluginRoom.Protocol.Worker;

/// <summary><c>plugin.call</c>, sink <c>plugin:&lt;id&gt;</c>; replies <see cref="PluginCallResult"/> when the other plugin has answered.</summary>
/// <param name="Plugin">Id of a plugin in the same room.</param>
/// <param name="Method">One of its "callable".</param>
/// <param name="Data">Up to <see cref="MaxBytes"/>.</param>
public sealed record CallPluginCall(string Plugin, string Method, byte[] Data) : WorkerCall
{
    /// <summary>Of a call and of its answer: a quarter of a frame, and a third more as base64.</summary>
    public const int MaxBytes = 256 * 1024;
}

/// <summary>The answer to a <see cref="PluginCalledEvent"/>; sink <c>plugin:&lt;id&gt;</c> of whoever called.</summary>
/// <param name="Data">Null: it could not be answered. Why is not told: that would be data as well.</param>
public sealed record AnswerPluginCall(long Id, byte[]? Data) : WorkerCall;

public sealed record PluginCallResult(byte[] Data) : CallReply;

/// <summary>Another plugin calls. Whatever that one has seen, this one has seen now.</summary>
/// <param name="Id">Names the call in <see cref="AnswerPluginCall"/>.</param>
/// <param name="From">Id of the plugin that calls.</param>
public sealed record PluginCalledEvent(long Id, string From, string Method, byte[] Data) : WorkerEvent;
