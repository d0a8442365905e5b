namespace PluginRoom.Host.Tests.Privacy;

/// <summary>A script that prints, throws, stores and sends all that it hears.</summary>
internal static class LoudPlugin
{
    public const string Id = "test.pluginroom.loud";

    public static readonly string[] Categories = ["plugin.input", "behaviour.presence", "identity.profile", "content.chat"];

    private static readonly string[] Sinks = ["ui", "sink:api", "storage.room"];

    private const string Script = """
        "use strict";
        const tell = (what) => { console.log("heard", what); console.error("heard", what); };
        room.on("participant.joined", ({ name }) => tell(name));
        room.on("chat.message", ({ text }) => { tell(text); throw new Error(text); });
        room.on("webhook.received", ({ text }) => tell(text));
        ui.on("input", async ({ from, text }) => {
          tell(text);
          try {
            if (text.startsWith("hook")) {
              const { path, secret } = await webhook.place();
              await ui.send(from, `${path} ${secret}`);
            } else {
              await storage.set(text, { text });
              const response = await net.fetch("api", { method: "POST", path: "echo/" + encodeURIComponent(text), body: text });
              await ui.send(from, `${response.status}`);
            }
          } catch (error) {
            tell(error.message);
            await ui.send(from, error.name);
          }
        });
        """;

    /// <param name="sink">The sink's port on this machine.</param>
    public static (string Path, string Text)[] Files(string host, int sink) =>
    [
        ("main.js", Script),
        ("PRIVACY.md", "Tests."),
        ("ui/index.html", "<!doctype html><html lang=\"en\"><head><title>Loud</title></head><body></body></html>"),
        ("plugin.json", $$"""
            {
              "manifestVersion": 1, "id": "{{Id}}", "name": "Loud", "version": "1.0.0", "engines": { "pluginroom": "^1.0" },
              "publisher": { "name": "PluginRoom tests", "contact": "tests@example.org", "privacyPolicy": "PRIVACY.md" },
              "server": { "runtime": "javascript", "entry": "main.js", "limits": { "cpuPercent": 100, "startSeconds": 30, "handlerSeconds": 30 } },
              "ui": [ { "slot": "panel", "title": "Loud", "entry": "ui/index.html" } ],
              "capabilities": [
                { "name": "ui.panel" },
                { "name": "presence.subscribe", "reason": "a" }, { "name": "participants.profile.read", "reason": "a" },
                { "name": "chat.read", "reason": "a" }, { "name": "storage.room", "reason": "a" },
                { "name": "net.fetch", "reason": "a" }, { "name": "net.webhook.receive", "reason": "a" } ],
              "sinks": [ { "id": "api", "url": "https://{{host}}:{{sink}}/v1/", "operator": "Tests", "country": "DE", "methods": ["POST"] } ],
              "dataFlows": [ {{string.Join(", ", Flows)}} ]
            }
            """),
    ];

    private static IEnumerable<string> Flows =>
        from data in Categories
        from to in Sinks
        select $$"""{ "data": "{{data}}", "to": "{{to}}", "purpose": "functionality", "retention": "{{(to == "storage.room" ? "room" : "none")}}" }""";
}
