using System.Text.Json;

namespace PluginRoom.Bench.Revocation;

/// <summary>A script that stores the chat, and says so.</summary>
internal static class KeepingPlugin
{
    private const string Script = """
        room.on("chat.message", async ({ text }) => {
          await storage.set("line", text);
          await chat.send("stored");
        });
        """;

    private static readonly string[] Capabilities = ["chat.read", "storage.room", "chat.send"];
    private static readonly string[] Sinks = ["storage.room", "room"];

    internal static void Write(string folder, string id)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "main.js"), Script);
        File.WriteAllText(Path.Combine(folder, "PRIVACY.md"), "Stores the last line of the chat.");
        File.WriteAllText(Path.Combine(folder, "plugin.json"), JsonSerializer.Serialize(new
        {
            manifestVersion = 1,
            id,
            name = id,
            version = "1.0.0",
            engines = new { pluginroom = "^1.0" },
            publisher = new { name = "PluginRoom", contact = "bench@example.org", privacyPolicy = "PRIVACY.md" },
            server = new { runtime = "javascript", entry = "main.js" },
            capabilities = Capabilities.Select(name => new { name, reason = "Is measured" }),
            dataFlows = Sinks.Select(to => new { data = "content.chat", to, purpose = "functionality", retention = to == "room" ? "none" : "PT1H" }),
        }));
    }
}
