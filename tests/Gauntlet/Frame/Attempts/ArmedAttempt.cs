using PluginRoom.Gauntlet.Canary;

namespace PluginRoom.Gauntlet.Frame.Attempts;

/// <summary>An attempt with an address of its own to reach, as files that a plugin could have brought.</summary>
internal sealed record ArmedAttempt(FrameAttempt Attempt, CanaryPort Port, string Secret)
{
    public string Page => Attempt.FileName + ".html";

    /// <summary>What the page is told when it works, for <see cref="FrameEffect.Says"/>; what it finds, for <see cref="FrameEffect.Trace"/>.</summary>
    public string Expected => Attempt is { Effect: FrameEffect.Trace, Says: "" } ? Port.Token : Fill(Attempt.Says);

    public string Code => Fill(Attempt.Body);

    /// <summary>What the page is told when the attempt's code has begun to run, whether it works or not.</summary>
    public const string Started = "started";

    /// <summary>Writes the page and what it loads into <paramref name="folder"/>.</summary>
    public void WriteTo(string folder)
    {
        if (Attempt.Extension == ".css")
            File.WriteAllText(Path.Combine(folder, Attempt.FileName + ".css"), Fill(Attempt.Body));
        File.WriteAllText(Path.Combine(folder, Attempt.FileName + ".js"), Attempt.Extension == ".js" ? Say + Code : Say);
        File.WriteAllText(Path.Combine(folder, Page), Markup());
    }

    private string Say => $"const say = (value) => self.parent?.postMessage({{ token: \"{Port.Token}\", value: String(value) }}, \"*\");\nsay(\"{Started}\");\n";

    private string StartedElement => $"<script src=\"{Attempt.FileName}.js\"></script>";

    // The paragraph and the list are there for style sheets to dress.
    private string Markup() => Attempt.Extension switch
    {
        ".html" => Fill(Attempt.Body).Replace("</body>", StartedElement + "</body>", StringComparison.Ordinal),
        ".css" => Wrap($"<link rel=\"stylesheet\" href=\"{Attempt.FileName}.css\">", "<ul><li>item</li></ul>"),
        _ => Wrap("", ""),
    };

    private string Wrap(string head, string body) =>
        $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Attempt</title>{head}</head><body><p id=\"p\">text</p>{body}{StartedElement}</body></html>";

    private string Fill(string text) => text
        .Replace("$URL", Port.Url.ToString(), StringComparison.Ordinal)
        .Replace("$HOST", $"127.0.0.1:{Port.Number}", StringComparison.Ordinal)
        .Replace("$PORT", $"{Port.Number}", StringComparison.Ordinal)
        .Replace("$NAME", Port.Name, StringComparison.Ordinal)
        .Replace("$TOKEN", Port.Token, StringComparison.Ordinal)
        .Replace("$SECRET", Secret, StringComparison.Ordinal);
}
