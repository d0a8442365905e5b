using System.Security.Cryptography;
using System.Text;
using PluginRoom.Host.Webhooks;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Tests.Properties;

/// <summary>What comes from outside is nobody's data; it comes to the plugin that asked for the address, and to nobody after that one.</summary>
internal sealed class WebhookPlay(GateWorld world)
{
    public async Task Run(GateStep step, Action<GateStep, bool, bool> expect)
    {
        var (plugin, before) = (world.Model.Plugins[step.Plugin], world.Hooks[step.Plugin]);
        var isOpen = plugin.HasHook;
        plugin.HasHook |= world.Shapes[step.Plugin].Declares("net.webhook.receive");
        var reply = await world.WorkerOf(step.Plugin).AskAsync(new ReadWebhookCall());
        expect(step, plugin.HasHook, reply is WebhookAddress);
        if (before is not null)
            expect(step, isOpen, await Deliver(step.Plugin, before));
        if (reply is not WebhookAddress address)
            return;
        world.Check($"{step}: the address changed under a plugin, or outlived one.", isOpen == (address == before));
        world.Hooks[step.Plugin] = address;
        expect(step, true, await Deliver(step.Plugin, address));
    }

    private async Task<bool> Deliver(int plugin, WebhookAddress address)
    {
        if (world.Webhooks.Find(address.Path[WebhookEndpoint.Path.Length..]) is not { } webhook)
            return false;
        var (worker, id, body) = (world.WorkerOf(plugin), Guid.NewGuid().ToString("N"), "news"u8.ToArray());
        var before = worker.Hooked;
        var timestamp = $"{world.Time.GetUtcNow().ToUnixTimeSeconds()}";
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{id}.{timestamp}."), .. body];
        var signature = HMACSHA256.HashData(Convert.FromBase64String(address.Secret["whsec_".Length..]), signed);
        var answer = await webhook.TakeAsync(timestamp, $"v1,{Convert.ToBase64String(signature)}", id, null, body);
        return answer == WebhookAnswer.Taken && worker.Hooked == before + 1;
    }
}
