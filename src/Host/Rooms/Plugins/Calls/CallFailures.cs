using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins.Calls;

/// <summary>Why a call of another plugin came to nothing, where no permission is concerned. What the other plugin says is never in it.</summary>
internal static class CallFailures
{
    public static WorkerReply Absent(string plugin) =>
        Failed("plugin.absent", $"There is no plugin {Short(plugin)} in this room. Do without it, or ask people to add it.");

    public static WorkerReply NoMethod(string plugin, string method) =>
        Failed("plugin.method", $"{plugin} takes no call of {Short(method)}: its plugin.json does not list it under \"callable\".");

    public static WorkerReply NotRunning(string plugin) =>
        Failed("plugin.not-running", $"{plugin} does not run at the moment. Try again shortly.");

    public static WorkerReply Recursion(string plugin) =>
        Failed("plugin.recursion", $"{plugin} waits for an answer of this plugin, itself or through others, so it cannot be called now. Answer first.");

    public static WorkerReply Busy(string plugin, int most) =>
        Failed("plugin.busy", $"{plugin} has {most} calls to answer already. Try again shortly.");

    public static WorkerReply TooLarge(int bytes) =>
        Failed("message.too-large", $"{bytes} bytes; a call or an answer has at most {CallPluginCall.MaxBytes}.");

    public static WorkerReply TooLate(string plugin) =>
        Failed("plugin.timeout", $"{plugin} did not answer within {PluginCallDesk.Patience.TotalSeconds:0} seconds.");

    public static WorkerReply Gone(string plugin) =>
        Failed("plugin.stopped", $"{plugin} stopped, started anew or was removed before it answered.");

    /// <summary>It failed, or has no handler.</summary>
    public static WorkerReply Unanswered(string plugin) =>
        Failed("plugin.failed", $"{plugin} could not answer.");

    /// <summary>That it failed is told in the same words as what it said: neither may come here.</summary>
    public static WorkerReply Withheld(string plugin, string message) =>
        Failed("plugin.withheld", $"The answer of {plugin} was held back: {message}");

    public static WorkerReply Over { get; } =
        Failed("plugin.over", "Nobody waits for this answer any more.");

    private static WorkerReply Failed(string code, string message) => WorkerReply.Failed(new CallFailed(code, message));

    // A name that no manifest has checked; it comes back to whoever wrote it, and need not be long for that.
    private static string Short(string name) => name.Length <= 100 ? name : name[..100];
}
