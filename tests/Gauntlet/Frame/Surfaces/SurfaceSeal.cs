using System.Text.Json;
using PluginRoom.Gauntlet.Frame.Browsers;

namespace PluginRoom.Gauntlet.Frame.Surfaces;

/// <summary>That what holds of a plugin's window holds of each of its surfaces: the same attributes, the same headers, and policies that allow no more.</summary>
internal static class SurfaceSeal
{
    private const string Window = "window";

    private static readonly string[] Surfaces = ["overlay", "picture", "toolbar", Window];

    // By attributes that confine nothing a frame is told apart, put in its place, or taken out of the pointer's and the keyboard's way.
    private static readonly string[] Harmless = ["title", "class", "src", "inert", "tabindex", "aria-hidden"];

    private static readonly string[] Policies = ["Content-Security-Policy", "Connection-Allowlist"];
    private static readonly string[] OfTheAnswer = ["Date", "ETag", "Content-Length"];

    /// <param name="page">The room's, with all of them open.</param>
    public static async Task AssertEqual(GauntletPage page)
    {
        var frames = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(await page.Run("return surfaces.frames();"))!;
        Assert.Equal(Surfaces, frames.Keys.Order(StringComparer.Ordinal));
        var locks = frames.ToDictionary(pair => pair.Key, pair => pair.Value.Where(each => !Harmless.Contains(each.Key)).OrderBy(each => each.Key, StringComparer.Ordinal).ToList());
        Assert.Equal(["allow", "credentialless", "referrerpolicy", "sandbox"], locks[Window].Select(each => each.Key));
        Assert.Equal("allow-scripts", frames[Window]["sandbox"]);
        Assert.All(locks.Values, each => Assert.Equal(locks[Window], each));

        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Dest", "iframe");
        var headers = new Dictionary<string, ILookup<string, string>>();
        foreach (var (surface, attributes) in frames)
            headers[surface] = await Headers(client, attributes["src"]);
        foreach (var surface in Surfaces)
            Assert.Equal(Rest(headers[Window]), Rest(headers[surface]));
        Assert.Equal(headers[Window]["Content-Security-Policy"], headers["toolbar"]["Content-Security-Policy"]);
        Assert.Equal(headers[Window]["Connection-Allowlist"], headers["overlay"]["Connection-Allowlist"]);
        Assert.Equal(["()"], headers["picture"]["Connection-Allowlist"]);
        AssertNoWider(Policy(headers["overlay"]), Policy(headers[Window]));
        AssertNoWider(Policy(headers["picture"]), Policy(headers["overlay"]));
    }

    private static async Task<ILookup<string, string>> Headers(HttpClient client, string address)
    {
        using var response = await client.GetAsync(new Uri(address), TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return response.Headers.Concat(response.Content.Headers)
            .SelectMany(header => header.Value.Select(value => (header.Key, value)))
            .ToLookup(header => header.Key, header => header.value);
    }

    private static IEnumerable<string> Rest(ILookup<string, string> headers) => headers
        .Where(header => !Policies.Contains(header.Key) && !OfTheAnswer.Contains(header.Key))
        .OrderBy(header => header.Key, StringComparer.Ordinal)
        .Select(header => $"{header.Key}: {string.Join(", ", header)}");

    // The first one: a window has a second, by which no script starts but the boot script's, and that is all that the others allow at all.
    private static Dictionary<string, string[]> Policy(ILookup<string, string> headers) => headers["Content-Security-Policy"].First()
        .Split("; ")
        .Select(directive => directive.Split(' '))
        .ToDictionary(words => words[0], words => words[1..]);

    private static void AssertNoWider(Dictionary<string, string[]> policy, Dictionary<string, string[]> than)
    {
        Assert.Equal(["'none'"], policy["default-src"]);
        foreach (var (directive, sources) in policy)
            Assert.Empty(sources.Except(than.GetValueOrDefault(directive, [])).Except(["'none'"]).Select(source => $"{directive} {source}"));
        // What no default stands for has to be there.
        foreach (var directive in new[] { "sandbox", "base-uri", "form-action", "frame-ancestors", "require-trusted-types-for", "trusted-types" })
            Assert.Equal(than[directive], policy[directive]);
    }
}
