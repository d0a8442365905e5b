using System.Text.Json;

namespace PluginRoom.Host.Tests.Forgetting;

/// <summary>A script that does with chat and with input all that it may: stores it twice, sends it out, shows it to everybody.</summary>
internal static class GossipPlugin
{
    private const string Script = """
        const spread = async (what, from, text) => {
          await storage.set(what, { text });
          await storage.of(from).set(what, { text });
          await net.fetch("api", { method: "POST", path: "heard", body: text });
          await ui.broadcast((await storage.get(what)).text);
        };
        room.on("chat.message", (line) => void spread("said", line.from, line.text));
        ui.on("input", ({ from, text }) => void spread("typed", from, text));
        """;

    private static readonly string[] Sinks = ["ui", "storage.room", "storage.user", "sink:api"];
    private static readonly string[] Categories = ["content.chat", "plugin.input"];
    private static readonly string[] Capabilities = ["ui.panel", "chat.read", "storage.room", "storage.user", "net.fetch"];
    private static readonly string[] Methods = ["POST"];

    public static void Write(string folder, int sinkPort, string sinkHost = "localhost")
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "main.js"), Script);
        File.WriteAllText(Path.Combine(folder, "PRIVACY.md"), "Tells everybody.");
        Directory.CreateDirectory(Path.Combine(folder, "ui"));
        File.WriteAllText(Path.Combine(folder, "ui", "index.html"), "<!doctype html><html lang=\"en\"><title>Gossip</title><p>Gossip</p></html>");
        File.WriteAllText(Path.Combine(folder, "plugin.json"), JsonSerializer.Serialize(new
        {
            manifestVersion = 1,
            id = "test.pluginroom.gossip",
            name = "Gossip",
            version = "1.0.0",
            engines = new { pluginroom = "^1.0" },
            publisher = new { name = "PluginRoom tests", contact = "tests@example.org", privacyPolicy = "PRIVACY.md" },
            server = new { runtime = "javascript", entry = "main.js", limits = new { startSeconds = 30, handlerSeconds = 30 } },
            ui = new[] { new { slot = "panel", title = "Gossip", entry = "ui/index.html" } },
            capabilities = Capabilities.Select(name => new { name, reason = "Gossips" }),
            sinks = new[]
            {
                new
                {
                    id = "api", url = $"https://{sinkHost}:{sinkPort}/v1/", @operator = "PluginRoom tests", country = "DE",
                    methods = Methods, erasureUrl = $"https://{sinkHost}:{sinkPort}/v1/erase",
                },
            },
            dataFlows = Sinks.SelectMany(sink => Categories.Select(
                data => new { data, to = sink, purpose = "functionality", retention = sink.StartsWith("storage.room", StringComparison.Ordinal) ? "PT1H" : "room" })),
        }));
    }
}
