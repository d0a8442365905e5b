using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.Gauntlet.JavaScript;

/// <summary>What shows that an attempt worked, by the first word of its file.</summary>
internal enum ScriptProof
{
    /// <summary>Bytes arrive at the canary.</summary>
    Canary,

    /// <summary>It says the secret that lies in a file and in the environment.</summary>
    Secret,

    /// <summary>It says in which folder of the host's it lies.</summary>
    Folder,

    /// <summary>It says the time zone that the process was started with.</summary>
    Zone,

    /// <summary>It says that it got something that is the bridge's own.</summary>
    Word,

    /// <summary>The room is made to hear its token in the chat, which the manifest does not name.</summary>
    Posted,

    /// <summary>What nobody checked arrives: its token.</summary>
    Heard,

    /// <summary>It does not come back within the deadline.</summary>
    Endless,

    /// <summary>It takes more memory than the limit.</summary>
    Memory,

    /// <summary>More output arrives than the limit.</summary>
    Flood,

    /// <summary>The process ends, or whoever reads from it fails.</summary>
    Gone,
}

/// <summary>A script in attempts/: its first line is <c>// proof: vector</c>; a second, <c>// not: reason</c>, where it has no control.</summary>
/// <param name="Name">Folder and file, without its ending.</param>
/// <param name="Uncounted">Why it may fail in Node as well.</param>
internal sealed record ScriptAttempt(string Name, ScriptProof Proof, string Vector, string? Uncounted, string Source)
{
    internal static string Folder { get; } = Path.Combine(Prerequisites.Root, "tests/Gauntlet/JavaScript");

    /// <summary>One that tires its process, so that it is watched what others notice of it.</summary>
    internal bool IsHeavy => Proof is ScriptProof.Endless or ScriptProof.Memory or ScriptProof.Flood or ScriptProof.Gone;

    internal static IReadOnlyList<ScriptAttempt> All() =>
        [.. Directory.GetFiles(Path.Combine(Folder, "attempts"), "*.js", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>Whether what it made heard is what it wanted.</summary>
    internal bool IsIn(string said, ScriptTarget target) => Proof switch
    {
        ScriptProof.Secret => said.Contains(ScriptTarget.Secret, StringComparison.Ordinal),
        ScriptProof.Folder => said.Contains(target.Folder, StringComparison.Ordinal),
        ScriptProof.Zone => said.Contains(ScriptTarget.Zone, StringComparison.Ordinal),
        ScriptProof.Heard => said.Contains(target.Token, StringComparison.Ordinal),
        _ => said.StartsWith("got ", StringComparison.Ordinal),
    };

    private static ScriptAttempt Read(string path)
    {
        var source = File.ReadAllText(path);
        var lines = source.Split('\n', 3);
        var colon = lines[0].IndexOf(':', StringComparison.Ordinal);
        Assert.True(lines[0].StartsWith("// ", StringComparison.Ordinal) && colon > 0, $"{path} begins with no line \"// proof: vector\".");
        const string not = "// not: ";
        return new(
            Path.ChangeExtension(Path.GetRelativePath(Path.Combine(Folder, "attempts"), path), null),
            Enum.Parse<ScriptProof>(lines[0][3..colon], ignoreCase: true),
            lines[0][(colon + 1)..].Trim(),
            lines[1].StartsWith(not, StringComparison.Ordinal) ? lines[1][not.Length..] : null,
            source);
    }
}
