using System.Text.Json;
using PluginRoom.Gauntlet.Frame.Attempts;

namespace PluginRoom.Gauntlet.Frame.Surfaces;

/// <summary>All attempts of one surface as the one script that a plugin could bring for it.</summary>
internal static class SurfaceScripts
{
    /// <param name="ending">The file that begins the attempts and tells of them: plain, overlay or pictures.</param>
    /// <param name="attempts">Those that run by themselves.</param>
    /// <param name="answers">Those that answer a picture.</param>
    public static string Of(string ending, IEnumerable<ArmedAttempt> attempts, IEnumerable<ArmedAttempt> answers) =>
        $$"""
        {{File("without-document")}}
        {{string.Concat(attempts.Select(each => $"attempt({Text(each.Port.Token)}, {Text(Said(each))}, async (say) => {{\n{each.Code}}});\n"))}}
        const answers = [
        {{string.Concat(answers.Select(each => $"async ({{ port, canvas }}) => {{\n{each.Code}}},\n"))}}];
        {{File(ending)}}
        """;

    /// <summary>What is run in the room's page, to act there as a person would.</summary>
    public static string Room => File("room");

    private static string Said(ArmedAttempt attempt) => attempt.Attempt.Effect == FrameEffect.Says ? attempt.Expected : "";

    private static string Text(string text) => JsonSerializer.Serialize(text);

    private static string File(string name) => System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, $"Frame/Surfaces/{name}.js"));
}
