using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using PluginRoom.Gauntlet.Canary;

namespace PluginRoom.Gauntlet.JavaScript;

/// <summary>What one attempt is to reach, and the folder that it runs from.</summary>
internal sealed class ScriptTarget : IDisposable
{
    /// <summary>So far from everybody's own that nobody has it by chance.</summary>
    internal const string Zone = "Pacific/Chatham";

    internal const string SecretVariable = "PLUGINROOM_GAUNTLET_SCRIPT_SECRET";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pluginroom-gauntlet-script-");
    private readonly DirectoryInfo _plugin;

    internal ScriptTarget(ScriptAttempt attempt, CanaryPort port)
    {
        _plugin = _folder.CreateSubdirectory("plugin");
        Token = port.Token;
        var (file, script) = (Path.Combine(_folder.FullName, "secret.txt"), Path.Combine(_folder.FullName, "secret.cjs"));
        File.WriteAllText(file, Secret);
        File.WriteAllText(script, $"module.exports = \"{Secret}\";");
        var target = $$"""const target = { file: {{Quoted(file)}}, script: {{Quoted(script)}}, token: "{{Token}}", port: {{port.Number.ToString(CultureInfo.InvariantCulture)}} };""";
        var source = $"{target}\n{Read("preamble.js")}{attempt.Source}";
        File.WriteAllText(Path.Combine(Folder, "main.js"), source);
        File.WriteAllText(ControlScript, Read("naive.js") + source);
    }

    internal static string Secret { get; } = "secret-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    internal string Token { get; }

    internal string Folder => _plugin.FullName;

    /// <summary>The same script behind a bridge that is none.</summary>
    internal string ControlScript => Path.Combine(Folder, "control.cjs");

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static string Read(string name) => File.ReadAllText(Path.Combine(ScriptAttempt.Folder, "Running", name));
}
