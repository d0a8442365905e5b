using PluginRoom.Host.Plugins.Manifest;

namespace PluginRoom.Host.Tests.PluginUi;

/// <summary>A plugin that has frames and nothing else.</summary>
internal static class SampleUi
{
    public static PluginManifest Manifest(params ManifestUi[] ui) => new()
    {
        ManifestVersion = 1,
        Id = "org.example.hello",
        Name = "Hello",
        Version = "1.0.0",
        Engines = new() { Pluginroom = "^1.0" },
        Publisher = new() { Name = "Example", Contact = "a@example.org", PrivacyPolicy = "PRIVACY.md" },
        Ui = ui,
    };
}
