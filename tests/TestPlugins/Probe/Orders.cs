using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Probe;

/// <summary>"number order words" comes in; "number result" goes out.</summary>
internal sealed class Orders(IPluginLog log)
{
    private readonly Dictionary<string, Func<string, CancellationToken, Task<string>>> _known = [];

    internal void On(string order, Func<string, CancellationToken, Task<string>> run) => _known.Add(order, run);

    internal void On(string order, Func<string, CancellationToken, Task> run) => On(order, async (words, cancellation) =>
    {
        await run(words, cancellation);
        return "done";
    });

    /// <summary>An order that subscribes to an event; what comes is said as "event words".</summary>
    internal void Listen(string capability, Func<Action<string>, IDisposable> subscribe) => On($"listen:{capability}", (_, _) =>
    {
        subscribe(words => log.Info($"event {capability} {words}"));
        return Task.CompletedTask;
    });

    internal async Task RunAsync(string text, CancellationToken cancellation)
    {
        var words = text.Split(' ', 3);
        log.Info($"{words[0]} {await ResultAsync(words[1], words.Length > 2 ? words[2] : "", cancellation)}");
    }

    private async Task<string> ResultAsync(string order, string words, CancellationToken cancellation)
    {
        try
        {
            return await _known[order](words, cancellation);
        }
        catch (CapabilityDeniedException denied)
        {
            return $"denied {denied.Capability} {denied.Code}";
        }
        catch (RoomCallException failed)
        {
            return $"failed {failed.Code}";
        }
        catch (Exception other)
        {
            return $"threw {other.GetType().Name}: {other.Message}";
        }
    }
}
