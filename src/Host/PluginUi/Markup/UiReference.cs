namespace PluginRoom.Host.PluginUi.Markup;

/// <summary>A relative reference from a page of a plugin's UI to another file in the same folder.</summary>
public static class UiReference
{
    // Safe inside an attribute, a CSS string and a URL alike, and nothing that names another host, a query or a fragment.
    private static bool IsSafe(char symbol) => char.IsAsciiLetterOrDigit(symbol) || "-_.~@+/".Contains(symbol, StringComparison.Ordinal);

    /// <summary>The file that <paramref name="reference"/> names, relative to the UI folder; null when it is not a plain relative path inside it.</summary>
    public static string? Resolve(string page, string reference)
    {
        if (reference.Length == 0 || reference[0] == '/' || !reference.All(IsSafe))
            return null;

        var segments = new Stack<string>(page.Split('/')[..^1]);
        foreach (var segment in reference.Split('/'))
        {
            if (segment == ".")
                continue;

            if (segment != "..")
                segments.Push(segment);
            else if (!segments.TryPop(out _))
                return null;
        }

        return string.Join('/', segments.Reverse());
    }
}
